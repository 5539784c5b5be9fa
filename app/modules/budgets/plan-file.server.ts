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
  try {
    const text = withPlainLineEnds(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (text.includes('\u0000')) return mistake(0, null, 'file-not-text');
    return text.trim() === '' ? mistake(0, null, 'file-empty') : text;
  } catch {
    return mistake(0, null, 'file-not-text');
  }
}

/** A form sends line ends its own way; the same plan must stay the same text. */
export function withPlainLineEnds(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}

/** Reads the rows of a plan: comma, semicolon or tab; Dutch or machine headers, in any order. */
export function readPlan(text: string): ReadPlan {
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
