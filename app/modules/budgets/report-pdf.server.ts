import { PDFDocument, PDFName, StandardFonts, rgb, type PDFFont, type PDFPage } from '@cantoo/pdf-lib';
import { formatCents, type Cents } from '#app/kernel/money.ts';
import { byBody, deviationOf, totalsOf, type PublishedReport, type ReportedLine } from './spending-report.ts';

/** The words of the paper, in the language of the reader. */
export type ReportWords = {
  title: string;
  until: string;
  columns: { line: string; planned: string; committed: string; paid: string; forecast: string; deviation: string };
  total: string;
  all: string;
  none: string;
  example: string;
  explanation: string;
  receipt: string;
  page: (page: number, pages: number) => string;
};

// A4 in points
const width = 595.28;
const height = 841.89;
const margin = 48;
/** Right edges of the five columns of amounts. */
const edges = [295, 360, 425, 490, width - margin] as const;
const nameWidth = 172;
const ink = rgb(0.1, 0.12, 0.11);
const soft = rgb(0.35, 0.38, 0.36);

/**
 * A sent report as A4 pages of searchable text, with title, language and page numbers.
 * @param sentAt stands as the day of making, so that the same report gives the same file
 */
export async function reportPdf(
  { report, receipt, sentAt }: { report: PublishedReport; receipt: string; sentAt: Date },
  words: ReportWords,
  locale: 'nl' | 'en',
): Promise<Uint8Array<ArrayBuffer>> {
  const file = await PDFDocument.create();
  file.setTitle(words.title, { showInWindowTitleBar: true });
  file.setLanguage(locale === 'nl' ? 'nl-NL' : 'en-GB');
  file.setProducer('Wijkbeurs');
  file.setCreator('Wijkbeurs');
  file.setCreationDate(sentAt);
  file.setModificationDate(sentAt);
  file.catalog.set(PDFName.of('PageMode'), PDFName.of('UseNone'));
  const paper = new Paper(file, {
    plain: await file.embedFont(StandardFonts.Helvetica),
    bold: await file.embedFont(StandardFonts.HelveticaBold),
  });
  const money = (amount: Cents | null) => (amount === null ? words.none : formatCents(amount, locale));
  const amounts = (of: Pick<ReportedLine, 'planned' | 'committed' | 'paid' | 'forecast'>, deviation: Cents | null) =>
    [of.planned, of.committed, of.paid, of.forecast, deviation].map(money);

  paper.words(words.title, { size: 20, bold: true, gap: 6 });
  paper.words(words.until, { size: 11, gap: 14 });
  if (report.intro !== '') paper.words(report.intro, { size: 11, gap: 14 });
  if (report.lines.some(({ isExample }) => isExample)) paper.words(words.example, { size: 9, gap: 12, soft: true });
  const { line, ...headers } = words.columns;
  for (const { body, lines } of byBody(report.lines)) {
    paper.room(90);
    paper.words(body.name, { size: 13, bold: true, gap: 6 });
    paper.row(line, Object.values(headers), { bold: true, rule: true });
    for (const one of lines) {
      paper.row(one.name, amounts(one, deviationOf(one)));
      if (one.explanation !== '')
        paper.words(`${words.explanation} ${one.explanation}`, { size: 8.5, soft: true, indent: 8, gap: 4 });
    }
    const sums = totalsOf(lines);
    paper.row(words.total, amounts(sums, sums.deviation), { bold: true, ruleAbove: true });
    paper.gap(14);
  }
  const all = totalsOf(report.lines);
  paper.room(70);
  paper.row(words.all, amounts(all, all.deviation), { bold: true, ruleAbove: true });
  paper.gap(16);
  paper.words(`${words.receipt} ${receipt}`, { size: 8, soft: true });
  paper.number(words.page);
  return new Uint8Array(await file.save());
}

type Fonts = { plain: PDFFont; bold: PDFFont };
type Style = { size?: number; bold?: boolean; soft?: boolean; gap?: number; indent?: number };

/** Pages that are filled from the top down. */
class Paper {
  readonly #file: PDFDocument;
  readonly #fonts: Fonts;
  readonly #pages: PDFPage[] = [];
  #y = 0;

  constructor(file: PDFDocument, fonts: Fonts) {
    this.#file = file;
    this.#fonts = fonts;
  }

  /** A new page unless so many points are left. */
  room(points: number): void {
    if (this.#pages.length > 0 && this.#y - points > margin + 20) return;
    this.#pages.push(this.#file.addPage([width, height]));
    this.#y = height - margin;
  }

  gap(points: number): void {
    this.#y -= points;
  }

  words(text: string, { size = 10, bold = false, soft: isSoft = false, gap = 4, indent = 0 }: Style): void {
    const font = bold ? this.#fonts.bold : this.#fonts.plain;
    const color = isSoft ? soft : ink;
    for (const paragraph of text.split('\n')) {
      for (const one of wrap(printable(paragraph, font), font, size, width - 2 * margin - indent)) {
        this.room(size * 1.4);
        this.#y -= size * 1.35;
        this.#page().drawText(one, { x: margin + indent, y: this.#y, size, font, color });
      }
    }
    this.#y -= gap;
  }

  row(
    name: string,
    cells: readonly string[],
    { bold = false, rule = false, ruleAbove = false }: { bold?: boolean; rule?: boolean; ruleAbove?: boolean } = {},
  ): void {
    const font = bold ? this.#fonts.bold : this.#fonts.plain;
    const size = 8.5;
    const lines = wrap(printable(name, font), font, size, nameWidth);
    this.room(lines.length * 12 + 8);
    if (ruleAbove) this.#rule(this.#y - 2);
    const top = this.#y - 13;
    for (const [index, one] of lines.entries())
      this.#page().drawText(one, { x: margin, y: top - index * 11, size, font, color: ink });
    for (const [index, cell] of cells.entries()) {
      const text = printable(cell, font);
      const x = (edges[index] ?? width - margin) - font.widthOfTextAtSize(text, size);
      this.#page().drawText(text, { x, y: top, size, font, color: ink });
    }
    this.#y = top - (lines.length - 1) * 11 - 4;
    if (rule) this.#rule(this.#y);
  }

  /** Page numbers, when all pages are there. */
  number(words: (page: number, pages: number) => string): void {
    const font = this.#fonts.plain;
    for (const [index, page] of this.#pages.entries()) {
      const text = words(index + 1, this.#pages.length);
      const x = width - margin - font.widthOfTextAtSize(text, 9);
      page.drawText(text, { x, y: margin / 2, size: 9, font, color: soft });
    }
  }

  #rule(y: number): void {
    this.#page().drawLine({
      start: { x: margin, y },
      end: { x: width - margin, y },
      thickness: 0.6,
      color: soft,
    });
  }

  #page(): PDFPage {
    const page = this.#pages.at(-1);
    if (page === undefined) throw new Error('a paper begins with room for something');
    return page;
  }
}

/** What the font has no letter for loses its accent, or becomes a question mark: names are written in many languages. */
function printable(text: string, font: PDFFont): string {
  const known = new Set(font.getCharacterSet());
  const has = (letter: string) => known.has(letter.codePointAt(0) ?? 0);
  return [...text.replaceAll(/[\u00a0\u202f\u2009\s]/g, ' ').replaceAll('\u2212', '-')]
    .map((letter) => {
      if (has(letter)) return letter;
      const bare = letter.normalize('NFD').replaceAll(/\p{Mark}/gu, '');
      return bare !== '' && [...bare].every(has) ? bare : '?';
    })
    .join('');
}

function wrap(text: string, font: PDFFont, size: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((one) => chop(one, font, size, most))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && font.widthOfTextAtSize(longer, size) > most) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** A word longer than a line, in pieces. */
function chop(word: string, font: PDFFont, size: number, most: number): string[] {
  if (font.widthOfTextAtSize(word, size) <= most) return [word];
  const pieces: string[] = [''];
  for (const letter of word) {
    const longer = `${pieces.at(-1) ?? ''}${letter}`;
    if (font.widthOfTextAtSize(longer, size) > most) pieces.push(letter);
    else pieces[pieces.length - 1] = longer;
  }
  return pieces;
}
