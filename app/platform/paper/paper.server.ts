import { rgb, type PDFDocument, type PDFPage } from '@cantoo/pdf-lib';
import { embedLetters, piecesOf, printable, widthOf, wrap, type Letters } from './letters.server.ts';
import { PaperTags, type CellAttributes, type Element, type Tag } from './tags.server.ts';

// A4 in points
const width = 595.28;
const height = 841.89;
const margin = 48;
/** From one right edge of a column of amounts to the next. */
const step = 73;
const headWidth = 62;
const cellSize = 8;
const ink = rgb(0.1, 0.12, 0.11);
const soft = rgb(0.35, 0.38, 0.36);

type Style = { tag?: Tag; size?: number; bold?: boolean; soft?: boolean; gap?: number };
type Place = { x: number; y: number; size: number; letters: Letters; isSoft?: boolean };
type RowStyle = { bold?: boolean; ruleAbove?: boolean };

/** A table of a name and amounts, whose heads come back on every page. */
export type PaperTable = {
  element: Element;
  heads: readonly [string, readonly string[]];
  /** Right edges of the columns of amounts: they stand at the right of the page, the name has the rest. */
  edges: readonly number[];
  nameWidth: number;
};

/** A table of texts, in columns of their own width, whose heads come back on every page. */
export type PaperGrid = {
  element: Element;
  columns: readonly { head: string; x: number; width: number }[];
};

/** A4 pages that are filled from the top down, and say to a screen reader what stands on them. */
export class Paper {
  readonly #file: PDFDocument;
  readonly #letters: { plain: Letters; bold: Letters };
  readonly #tags: PaperTags;
  readonly #pages: PDFPage[] = [];
  #y = 0;

  private constructor(file: PDFDocument, letters: { plain: Letters; bold: Letters }) {
    this.#file = file;
    this.#letters = letters;
    this.#tags = new PaperTags(file);
  }

  static async in(file: PDFDocument): Promise<Paper> {
    return new Paper(file, await embedLetters(file));
  }

  /** A new page unless so many points are left. @returns whether it is a new page */
  room(points: number): boolean {
    if (this.#pages.length > 0 && this.#y - points > margin + 20) return false;
    this.#pages.push(this.#file.addPage([width, height]));
    this.#y = height - margin;
    return true;
  }

  gap(points: number): void {
    this.#y -= points;
  }

  /** A heading or text; each line of it a paragraph. */
  words(text: string, { tag = 'P', size = 10, bold = false, soft: isSoft = false, gap = 4 }: Style): void {
    for (const paragraph of text.split('\n').filter((one) => one.trim() !== ''))
      this.#paragraph(paragraph, this.#tags.open(tag), { size, bold, isSoft, x: margin });
    this.#y -= gap;
  }

  /**
   * Words with a drawing at their right: a path in a grid of `size` by `size`, as of a QR code.
   * @param alt what the drawing shows, for who cannot see it
   */
  beside(text: string, drawing: { size: number; path: string }, alt: string): void {
    const side = 84;
    this.room(side + 12);
    const top = this.#y;
    const page = this.#page();
    const at = { x: width - margin - side, y: top, scale: side / drawing.size };
    this.#tags.mark(page, this.#tags.figure(alt), () => page.drawSvgPath(drawing.path, { ...at, color: ink }));
    const letters = this.#letters.plain;
    const element = this.#tags.open('P');
    for (const one of wrap(printable(text, letters), letters, 10, width - 2 * margin - side - 16)) {
      this.#y -= 13.5;
      this.#tags.mark(page, element, () => this.#write(page, one, { x: margin, y: this.#y, size: 10, letters }));
    }
    this.#y = Math.min(this.#y, top - side) - 12;
  }

  table(...heads: PaperTable['heads']): PaperTable {
    const [, { length }] = heads;
    const edges = Array.from({ length }, (_, index) => width - margin - (length - 1 - index) * step);
    const nameWidth = (edges[0] ?? width - margin) - step - margin;
    const table = { element: this.#tags.open('Table'), heads, edges, nameWidth };
    this.#heads(table, true);
    return table;
  }

  row(table: PaperTable, name: string, cells: readonly string[], { bold = false, ruleAbove = false }: RowStyle = {}) {
    const letters = bold ? this.#letters.bold : this.#letters.plain;
    const lines = wrap(printable(name, letters), letters, cellSize, table.nameWidth);
    if (this.room(lines.length * 12 + 8)) this.#heads(table, false);
    if (ruleAbove) this.#rule(this.#y - 2);
    const row = this.#tags.open('TR', table.element);
    const cell = (tag: 'TH' | 'TD', attributes: CellAttributes = {}) => this.#tags.open(tag, row, attributes);
    const head = cell('TH', { Scope: 'Row' });
    this.#cells(table, lines, cells, letters, {
      name: (draw, index) => this.#tags.mark(this.#page(), head, draw, saidAt(index, actualOf(name, letters))),
      amount: (draw) => this.#tags.mark(this.#page(), cell('TD'), draw),
    });
  }

  /** Words under a row, over the whole width. */
  note(table: PaperTable, text: string): void {
    if (this.room(16)) this.#heads(table, false);
    const cell = this.#tags.open('TD', this.#tags.open('TR', table.element), { ColSpan: table.edges.length + 1 });
    for (const paragraph of text.split('\n').filter((one) => one.trim() !== ''))
      this.#paragraph(paragraph, cell, { size: cellSize, bold: false, isSoft: true, x: margin + 8 });
    this.#y -= 4;
  }

  /** @param columns heads with their share of the width of the page */
  grid(columns: readonly { head: string; share: number }[]): PaperGrid {
    const total = columns.reduce((sum, { share }) => sum + share, 0);
    let x = margin;
    const placed = columns.map(({ head, share }) => {
      const wide = ((width - 2 * margin) * share) / total;
      const column = { head, x, width: wide - 8 };
      x += wide;
      return column;
    });
    const grid = { element: this.#tags.open('Table'), columns: placed };
    this.room(60);
    this.#gridHeads(grid, true);
    return grid;
  }

  /** A row of texts; one that is longer than the page goes on on the next. The first cell names the row. */
  gridRow(grid: PaperGrid, cells: readonly string[]): void {
    const row = this.#tags.open('TR', grid.element);
    const columns = grid.columns.map((column, index) => {
      const letters = index === 0 ? this.#letters.bold : this.#letters.plain;
      const text = cells[index] ?? '';
      const lines = text.split('\n').flatMap((one) => wrap(printable(one, letters), letters, cellSize, column.width));
      const element = this.#tags.open(index === 0 ? 'TH' : 'TD', row, index === 0 ? { Scope: 'Row' } : {});
      return { ...column, letters, lines, element, actual: actualOf(text, letters) };
    });
    const most = Math.max(...columns.map(({ lines }) => lines.length));
    for (let line = 0; line < most; line += 1) {
      if (this.room(line === 0 ? 30 : 12)) this.#gridHeads(grid, false);
      this.#y -= line === 0 ? 13 : 11;
      for (const { x, letters, lines, element, actual } of columns) {
        const text = lines[line];
        if (text === undefined) continue;
        const at = { x, y: this.#y, size: cellSize, letters };
        this.#tags.mark(this.#page(), element, () => this.#write(this.#page(), text, at), saidAt(line, actual));
      }
    }
    this.#y -= 6;
    this.#rule(this.#y);
  }

  /** Numbers the pages and ends the paper. */
  finish(words: (page: number, pages: number) => string): void {
    const letters = this.#letters.plain;
    for (const [index, page] of this.#pages.entries()) {
      const text = printable(words(index + 1, this.#pages.length), letters);
      const x = width - margin - widthOf(text, letters, 9);
      this.#tags.leaveOut(page, () => this.#write(page, text, { x, y: margin / 2, size: 9, letters, isSoft: true }));
    }
    this.#tags.finish();
  }

  #paragraph(
    text: string,
    element: Element,
    { size, bold, isSoft, x }: { size: number; bold: boolean; isSoft: boolean; x: number },
  ): void {
    const letters = bold ? this.#letters.bold : this.#letters.plain;
    const lines = wrap(printable(text, letters), letters, size, width - margin - x);
    const actual = actualOf(text, letters);
    for (const [index, one] of lines.entries()) {
      this.room(size * 1.4);
      this.#y -= size * 1.35;
      const page = this.#page();
      const says = saidAt(index, actual);
      this.#tags.mark(page, element, () => this.#write(page, one, { x, y: this.#y, size, letters, isSoft }), says);
    }
  }

  #heads({ element, heads: [first, others], edges, nameWidth }: PaperTable, isFirst: boolean): void {
    const letters = this.#letters.bold;
    const row = isFirst ? this.#tags.open('TR', element) : null;
    const columns = [first, ...others].map((head, index) =>
      wrap(printable(head, letters), letters, cellSize, index === 0 ? nameWidth : headWidth),
    );
    const most = Math.max(...columns.map((lines) => lines.length));
    const bottom = this.#y - 13 - (most - 1) * 11;
    for (const [index, lines] of columns.entries()) {
      const cell = row === null ? null : this.#tags.open('TH', row, { Scope: 'Column' });
      for (const [line, text] of lines.entries()) {
        const y = bottom + (lines.length - 1 - line) * 11;
        const right = index === 0 ? margin + widthOf(text, letters, cellSize) : (edges[index - 1] ?? width - margin);
        const draw = () => this.#toTheRight(text, { x: right, y, letters });
        // the same heads again are for the eye only
        if (cell === null) this.#tags.leaveOut(this.#page(), draw);
        else this.#tags.mark(this.#page(), cell, draw);
      }
    }
    this.#y = bottom - 4;
    this.#rule(this.#y);
  }

  #gridHeads({ element, columns }: PaperGrid, isFirst: boolean): void {
    const letters = this.#letters.bold;
    const row = isFirst ? this.#tags.open('TR', element) : null;
    const top = this.#y - 13;
    let most = 1;
    for (const { head, x, width: wide } of columns) {
      const lines = wrap(printable(head, letters), letters, cellSize, wide);
      most = Math.max(most, lines.length);
      const cell = row === null ? null : this.#tags.open('TH', row, { Scope: 'Column' });
      for (const [line, text] of lines.entries()) {
        const draw = () => this.#write(this.#page(), text, { x, y: top - line * 11, size: cellSize, letters });
        // the same heads again are for the eye only
        if (cell === null) this.#tags.leaveOut(this.#page(), draw);
        else this.#tags.mark(this.#page(), cell, draw);
      }
    }
    this.#y = top - (most - 1) * 11 - 4;
    this.#rule(this.#y);
  }

  #cells(
    { edges }: PaperTable,
    name: readonly string[],
    amounts: readonly string[],
    letters: Letters,
    place: { name: (draw: () => void, line: number) => void; amount: (draw: () => void) => void },
  ): void {
    const page = this.#page();
    const top = this.#y - 13;
    for (const [index, line] of name.entries()) {
      const at = { x: margin, y: top - index * 11, size: cellSize, letters };
      place.name(() => this.#write(page, line, at), index);
    }
    for (const [index, amount] of amounts.entries())
      place.amount(() => this.#toTheRight(amount, { x: edges[index] ?? width - margin, y: top, letters }));
    this.#y = top - (name.length - 1) * 11 - 4;
  }

  #toTheRight(text: string, { x, y, letters }: { x: number; y: number; letters: Letters }): void {
    const words = printable(text, letters);
    this.#write(this.#page(), words, { x: x - widthOf(words, letters, cellSize), y, size: cellSize, letters });
  }

  #write(page: PDFPage, text: string, { x, y, size, letters, isSoft = false }: Place): void {
    let at = x;
    for (const piece of piecesOf(text, letters)) {
      page.drawText(piece.text, { x: at, y, size, font: piece.font, color: isSoft ? soft : ink });
      at += piece.font.widthOfTextAtSize(piece.text, size);
    }
  }

  #rule(y: number): void {
    const page = this.#page();
    const line = { start: { x: margin, y }, end: { x: width - margin, y }, thickness: 0.6, color: soft };
    this.#tags.leaveOut(page, () => page.drawLine(line));
  }

  #page(): PDFPage {
    const page = this.#pages.at(-1);
    if (page === undefined) throw new Error('a paper begins with room for something');
    return page;
  }
}

/** What was meant, where a letter had to be replaced. */
function actualOf(text: string, letters: Letters): string | null {
  const plain = text.normalize('NFC').replaceAll(/[\u202f\u2009\s]/g, ' ');
  return printable(text, letters) === plain ? null : plain;
}

/** A replaced text is said as a whole, at its first line. */
function saidAt(line: number, actual: string | null): string | null {
  return actual === null || line === 0 ? actual : '';
}
