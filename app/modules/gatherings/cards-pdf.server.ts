import { PDFDocument } from '@cantoo/pdf-lib';
import type { Translate } from '#app/i18n/texts.ts';
import { spokenLanguages } from '#app/modules/people/person.ts';
import { Paper as TextPaper } from '#app/platform/paper/paper.server.ts';
import { a4, Sheet } from '#app/platform/paper/sheet.server.ts';
import type { NameCard, TableCard } from './queries/papers.query.server.ts';

type Paper = { title: string; t: Translate; locale: 'nl' | 'en' };

const columns = 2;
const rows = 5;
const card = { width: a4.width / columns, height: a4.height / rows } as const;
const inset = 20;

/** Ten to a page of A4, to cut out: the name large, what they come for, their tables, what they speak, and the code for the phone. */
export async function nameCardsPdf(cards: readonly NameCard[], paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const { file, sheet } = await begin(paper);
  const { t } = paper;
  if (cards.length === 0) nobody(sheet, t);
  for (const [index, { name, comesFor, languages, doorCode, tables }] of cards.entries()) {
    const place = index % (columns * rows);
    if (place === 0) cutLines(sheet);
    const left = (place % columns) * card.width + inset;
    const top = a4.height - Math.floor(place / columns) * card.height;
    const width = card.width - 2 * inset;
    sheet.card();
    const under = sheet.words(name, { at: { x: left, y: top - 48, width }, size: 30, smallest: 14, bold: true });
    sheet.words(comesFor, {
      at: { x: left, y: Math.min(under, top - 72), width },
      size: 12,
      smallest: 9,
      lines: 2,
      soft: true,
    });
    const seats = tables.map(({ round, table }) => t('tonight:paper.roundTable', { round, number: table })).join('   ');
    sheet.words(seats, { at: { x: left, y: top - 114, width }, size: 11, smallest: 8, lines: 2 });
    const bottom = top - card.height + 20;
    let x = left;
    for (const code of languages.slice(0, 5)) {
      sheet.dot(
        { x: x + 5, y: bottom + 4 },
        spokenLanguages.findIndex((one) => one === code),
      );
      sheet.words(code.toUpperCase(), { at: { x: x + 13, y: bottom, width: 30 }, size: 10 });
      x += 38;
    }
    const codeWords = t('tonight:paper.code', { code: doorCode });
    sheet.words(codeWords, {
      at: { x: left + width - 100, y: bottom, width: 100 },
      size: 13,
      bold: true,
      align: 'right',
    });
  }
  return end(file, sheet);
}

/** One to a page of A4, folded in the middle so that it stands: the same on both sides. */
export async function tableCardsPdf(cards: readonly TableCard[], paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const { file, sheet } = await begin(paper);
  const { t } = paper;
  if (cards.length === 0) nobody(sheet, t);
  const width = a4.width - 4 * inset;
  for (const { number, clusterName, firstNames } of cards) {
    sheet.page();
    sheet.dashes({ x: 0, y: a4.height / 2 }, { x: a4.width, y: a4.height / 2 });
    sheet.card();
    for (const flipped of [false, true]) {
      const words = { align: 'middle', flipped } as const;
      const at = (y: number) => ({ x: 2 * inset, y, width });
      sheet.words(t('tonight:paper.table', { number }), { ...words, at: at(285), size: 84, smallest: 60, bold: true });
      const under =
        clusterName === null
          ? 230
          : sheet.words(clusterName, { ...words, at: at(235), size: 24, smallest: 14, lines: 2 });
      sheet.words(firstNames.join(', '), {
        ...words,
        at: at(Math.min(under, 200) - 20),
        size: 26,
        smallest: 14,
        lines: 4,
      });
    }
  }
  return end(file, sheet);
}

/** Everybody who sits somewhere in a round, by name, to hang beside the door. */
export async function seatListPdf(
  lines: readonly { name: string; table: number }[],
  { title, t, locale }: Paper,
): Promise<Uint8Array<ArrayBuffer>> {
  const file = await newFile({ title, locale });
  const paper = await TextPaper.in(file);
  paper.room(60);
  paper.words(title, { tag: 'H1', size: 20, bold: true, gap: 12 });
  if (lines.length === 0) paper.words(t('tonight:paper.none'), { size: 12 });
  else {
    const table = paper.table(t('tonight:paper.name'), [t('tonight:paper.tableHead')]);
    for (const { name, table: number } of lines) paper.row(table, name, [String(number)]);
  }
  paper.finish((page, pages) => t('tonight:paper.page', { page, pages }));
  return new Uint8Array(await file.save());
}

async function begin(paper: Paper) {
  const file = await newFile(paper);
  return { file, sheet: await Sheet.in(file) };
}

async function newFile({ title, locale }: Pick<Paper, 'title' | 'locale'>): Promise<PDFDocument> {
  const file = await PDFDocument.create();
  file.setTitle(title, { showInWindowTitleBar: true });
  file.setLanguage(locale === 'nl' ? 'nl-NL' : 'en-GB');
  file.setProducer('Wijkbeurs');
  file.setCreator('Wijkbeurs');
  return file;
}

async function end(file: PDFDocument, sheet: Sheet): Promise<Uint8Array<ArrayBuffer>> {
  sheet.finish();
  return new Uint8Array(await file.save());
}

function nobody(sheet: Sheet, t: Translate): void {
  sheet.page();
  sheet.card();
  sheet.words(t('tonight:paper.none'), { at: { x: 48, y: 760, width: a4.width - 96 }, size: 14, lines: 3 });
}

function cutLines(sheet: Sheet): void {
  sheet.page();
  for (let column = 1; column < columns; column += 1)
    sheet.dashes({ x: column * card.width, y: 0 }, { x: column * card.width, y: a4.height });
  for (let row = 1; row < rows; row += 1)
    sheet.dashes({ x: 0, y: row * card.height }, { x: a4.width, y: row * card.height });
}
