import { PDFDocument } from '@cantoo/pdf-lib';
import type { Translate } from '#app/i18n/texts.ts';
import { a4, Sheet } from '#app/platform/paper/sheet.server.ts';
import { showCode } from './code.ts';

const columns = 2;
const rows = 4;
const card = { width: a4.width / columns, height: a4.height / rows } as const;
const inset = 22;
const square = 86;

export type VotingCards = {
  title: string;
  areaName: string;
  /** Address of the vote, as people type it. */
  address: string;
  /** Day and time until which one can vote, in words. */
  until: string;
  codes: readonly string[];
  /** The dark squares of the QR code that opens the vote with a code. */
  squaresOf: (code: string) => { size: number; path: string };
  t: Translate;
  locale: 'nl' | 'en';
};

/** Eight to a page of A4, to cut out: what the vote is, the code as letters and as squares, and until when. */
export async function votingCardsPdf(cards: VotingCards): Promise<Uint8Array<ArrayBuffer>> {
  const { title, areaName, address, until, codes, squaresOf, t, locale } = cards;
  const file = await PDFDocument.create();
  file.setTitle(`${t('voting:sheet.title')} · ${title}`, { showInWindowTitleBar: true });
  file.setLanguage(locale === 'nl' ? 'nl-NL' : 'en-GB');
  file.setProducer('Wijkbeurs');
  file.setCreator('Wijkbeurs');
  const sheet = await Sheet.in(file);
  for (const [index, code] of codes.entries()) {
    const place = index % (columns * rows);
    if (place === 0) cutLines(sheet);
    const left = (place % columns) * card.width + inset;
    const top = a4.height - Math.floor(place / columns) * card.height;
    const width = card.width - 2 * inset;
    const beside = width - square - 12;
    sheet.card();
    const box = (y: number, wide = width) => ({ x: left, y, width: wide });
    sheet.words(t('voting:sheet.vote'), { at: box(top - 28, beside), size: 11, soft: true });
    const under = sheet.words(title, { at: box(top - 46, beside), size: 15, smallest: 10, lines: 3, bold: true });
    const area = t('voting:sheet.area', { area: areaName });
    sheet.words(area, { at: box(Math.min(under, top - 76), beside), size: 9, smallest: 8, lines: 2, soft: true });
    sheet.squares(squaresOf(code), { x: left + width - square, y: top - 20, size: square });
    sheet.words(t('voting:sheet.code'), { at: box(top - 124), size: 9, soft: true });
    sheet.words(showCode(code), { at: box(top - 142), size: 17, smallest: 12, bold: true });
    sheet.words(t('voting:sheet.how', { address }), { at: box(top - 160), size: 9, smallest: 7, lines: 2 });
    sheet.words(t('voting:sheet.until', { date: until }), { at: box(top - 184), size: 8, lines: 2, soft: true });
  }
  sheet.finish();
  return new Uint8Array(await file.save());
}

function cutLines(sheet: Sheet): void {
  sheet.page();
  sheet.dashes({ x: card.width, y: 0 }, { x: card.width, y: a4.height });
  for (let row = 1; row < rows; row += 1)
    sheet.dashes({ x: 0, y: row * card.height }, { x: a4.width, y: row * card.height });
}
