import { CsvError, parse } from 'csv-parse/sync';
import { mistake, neededColumns, planColumns, type PlanColumn, type PlanMistake, type PlanRow } from './plan-row.ts';

/** Largest file, in bytes, and most rows: a plan has about a hundred. */
const mostBytes = 262_144;
const mostRows = 300;

export type ReadPlan = { rows: PlanRow[]; mistakes: PlanMistake[] };

/**
 * The text of a file that was uploaded, without the mark that Excel puts before it.
 * @returns the text, or what is wrong with the file
 */
export function planText(bytes: Uint8Array): string | PlanMistake {
  if (bytes.length === 0) return mistake(0, null, 'file-empty');
  if (bytes.length > mostBytes) return mistake(0, null, 'file-too-large', { most: mostBytes / 1024 });
  if (workbooks.some((mark) => mark.every((byte, index) => bytes[index] === byte)))
    return mistake(0, null, 'file-workbook');
  const text = decoded(bytes);
  if (text === null || noText.test(text)) return mistake(0, null, 'file-not-text');
  return text.trim() === '' ? mistake(0, null, 'file-empty') : withPlainLineEnds(text);
}

/** How a workbook begins: .xlsx and .ods are zip files, .xls is older. Whatever the name of the file says. */
const workbooks = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** Control characters: no spreadsheet writes them, so these bytes are something else. */
const noText = /(?![\t\n\r])\p{Cc}/u;

/**
 * Excel saves as ‘CSV UTF-8’ with a mark before it, as ‘Unicode text’ in UTF-16 with another, and as plain ‘CSV’ in the code page
 * of a Western Windows, without any.
 * @returns the text without the mark, or null
 */
function decoded(bytes: Uint8Array): string | null {
  const begins = (...mark: number[]) => mark.every((byte, index) => bytes[index] === byte);
  if (begins(0xff, 0xfe)) return decode(bytes, 'utf-16le');
  if (begins(0xfe, 0xff)) return decode(bytes, 'utf-16be');
  return decode(bytes, 'utf-8') ?? (begins(0xef, 0xbb, 0xbf) ? null : decode(bytes, 'windows-1252'));
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A form sends line ends its own way; the same plan must stay the same text. */
export function withPlainLineEnds(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}

/** Above the headers, for Excel only, which does not count it as a row. */
const separatorLine = /^sep=.\n/i;

/** What people put under the last row. */
const totals = /^((sub|eind)?totaal|(sub|grand )?total)( \d{4})?:?$/i;

/** Reads the rows of a plan: comma, semicolon or tab; Dutch or machine headers, in any order. */
export function readPlan(content: string): ReadPlan {
  const text = content.replace(separatorLine, '');
  let table: string[][];
  try {
    table = parse(text, { bom: true, delimiter: delimiterOf(text), relax_column_count: true, trim: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows: [], mistakes: [mistake(Number(error.lines ?? 0), null, 'quotes-broken')] };
  }
  const [headers = [], ...body] = table;
  const { places, mistakes } = placesOf(headers);
  const rows: PlanRow[] = [];
  for (const [index, cells] of body.entries()) {
    const row = index + 2;
    // Excel leaves empty rows behind; they count, so that row numbers stay those of the spreadsheet
    if (cells.every((cell) => cell === '')) continue;
    if (totals.test(cells.find((cell) => cell !== '') ?? '')) {
      mistakes.push(mistake(row, null, 'row-of-totals'));
      continue;
    }
    if (cells.slice(headers.length).some((cell) => cell !== ''))
      mistakes.push(mistake(row, null, 'cells-too-many', { count: headers.length }));
    const cell = (column: PlanColumn) => cells[places.get(column) ?? -1] ?? '';
    rows.push({
      row,
      cells: {
        year: cell('year'),
        team: cell('team'),
        actielijn: cell('actielijn'),
        source: cell('source'),
        label: cell('label'),
        amount: cell('amount'),
        description: cell('description'),
      },
    });
  }
  if (rows.length === 0) mistakes.push(mistake(0, null, 'no-rows'));
  if (rows.length > mostRows) mistakes.push(mistake(0, null, 'too-many-rows', { most: mostRows, count: rows.length }));
  return { rows, mistakes };
}

function columnOf(header: string): PlanColumn | null {
  const name = header.toLowerCase();
  const found = (Object.keys(planColumns) as PlanColumn[]).find((column) =>
    (planColumns[column] as readonly string[]).includes(name),
  );
  return found ?? null;
}

function placesOf(headers: readonly string[]): { places: Map<PlanColumn, number>; mistakes: PlanMistake[] } {
  const places = new Map<PlanColumn, number>();
  const mistakes: PlanMistake[] = [];
  for (const [place, header] of headers.entries()) {
    if (header === '') continue;
    const column = columnOf(header);
    if (column === null) mistakes.push(mistake(1, null, 'column-unknown', { value: header.slice(0, 60) }));
    else if (places.has(column)) mistakes.push(mistake(1, column, 'column-double'));
    else places.set(column, place);
  }
  for (const column of neededColumns) {
    if (!places.has(column)) mistakes.push(mistake(1, column, 'column-missing'));
  }
  return { places, mistakes };
}

/** The one by which most headers are known. */
function delimiterOf(text: string): string {
  const [first = ''] = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1);
  const known = (delimiter: string) =>
    first.split(delimiter).filter((header) => columnOf(header.trim().replaceAll('"', '')) !== null).length;
  return [';', ',', '\t'].reduce((best, delimiter) => (known(delimiter) > known(best) ? delimiter : best));
}
