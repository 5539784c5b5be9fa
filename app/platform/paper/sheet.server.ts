import { degrees, rgb, type PDFDocument, type PDFPage } from '@cantoo/pdf-lib';
import { embedLetters, piecesOf, printable, widthOf, wrap, type Letters } from './letters.server.ts';
import { PaperTags, type Element, type Tag } from './tags.server.ts';

/** A4 in points. */
export const a4 = { width: 595.28, height: 841.89 } as const;

const ink = rgb(0.1, 0.12, 0.11);
const soft = rgb(0.35, 0.38, 0.36);

export type Box = { x: number; y: number; width: number };

export type Words = {
  /** Left edge and base line of the first line, from the bottom of the page, in points; as wide as it may become. */
  at: Box;
  size: number;
  bold?: boolean;
  soft?: boolean;
  align?: 'left' | 'middle' | 'right';
  /** Most lines; what does not fit is left out. */
  lines?: number;
  /** Smaller until it fits in its lines, down to this size. */
  smallest?: number;
  /** Upside down, for the other half of a folded card; not read aloud again. */
  flipped?: boolean;
};

/** A4 pages on which words stand in places of their own: cards to cut out or to fold. */
export class Sheet {
  readonly #file: PDFDocument;
  readonly #letters: { plain: Letters; bold: Letters };
  readonly #tags: PaperTags;
  #page: PDFPage | null = null;
  #element: Element | null = null;

  private constructor(file: PDFDocument, letters: { plain: Letters; bold: Letters }) {
    this.#file = file;
    this.#letters = letters;
    this.#tags = new PaperTags(file);
  }

  static async in(file: PDFDocument): Promise<Sheet> {
    return new Sheet(file, await embedLetters(file));
  }

  page(): void {
    this.#page = this.#file.addPage([a4.width, a4.height]);
  }

  /** What is written from here on is one card, heading or paragraph. */
  card(tag: Tag = 'P'): void {
    this.#element = this.#tags.open(tag);
  }

  /** How many points so many words take from the top of the first line on. */
  heightOf(text: string, { width, size, bold = false }: { width: number; size: number; bold?: boolean }): number {
    const letters = bold ? this.#letters.bold : this.#letters.plain;
    return wrap(printable(text, letters), letters, size, width).length * size * 1.25;
  }

  /** A box to put a cross in, from its left lower corner. Not read aloud: it stands before what it is for. */
  box(at: { x: number; y: number; size: number }): void {
    const page = this.#here();
    this.#tags.leaveOut(page, () => {
      const side = { width: at.size, height: at.size };
      page.drawRectangle({ x: at.x, y: at.y, ...side, borderColor: ink, borderWidth: 1.4 });
    });
  }

  /** @returns base line under the last line that was written */
  words(
    text: string,
    {
      at,
      size,
      bold = false,
      soft: isSoft = false,
      align = 'left',
      lines = 1,
      smallest = size,
      flipped = false,
    }: Words,
  ): number {
    const letters = bold ? this.#letters.bold : this.#letters.plain;
    const plain = printable(text, letters);
    let fits = size;
    let broken = wrap(plain, letters, fits, at.width);
    while (broken.length > lines && fits > smallest) {
      fits = Math.max(smallest, fits - 1);
      broken = wrap(plain, letters, fits, at.width);
    }
    const page = this.#here();
    let y = at.y;
    for (const line of broken.slice(0, lines)) {
      const room = at.width - widthOf(line, letters, fits);
      const x = at.x + (align === 'left' ? 0 : align === 'middle' ? room / 2 : room);
      const draw = () => {
        write(page, line, { x, y, size: fits, letters, isSoft, flipped });
      };
      if (flipped || this.#element === null) this.#tags.leaveOut(page, draw);
      else this.#tags.mark(page, this.#element, draw);
      y -= fits * 1.25;
    }
    return y;
  }

  /** A line to cut or fold along. */
  dashes(from: { x: number; y: number }, to: { x: number; y: number }): void {
    const page = this.#here();
    this.#tags.leaveOut(page, () => {
      page.drawLine({ start: from, end: to, thickness: 0.5, color: soft, dashArray: [3, 4] });
    });
  }

  /** A dot; each number has its own colour, as far as there are colours. */
  dot({ x, y }: { x: number; y: number }, number: number): void {
    const page = this.#here();
    this.#tags.leaveOut(page, () => {
      page.drawCircle({
        x,
        y,
        size: 5,
        color: colors[Math.max(0, number) % colors.length] ?? ink,
        borderColor: ink,
        borderWidth: 0.4,
      });
    });
  }

  /** A QR code: its dark squares in a grid, as wide as `size`, hung from its left upper corner. Not read aloud: the words beside it say the same. */
  squares({ size, path }: { size: number; path: string }, at: { x: number; y: number; size: number }): void {
    const page = this.#here();
    this.#tags.leaveOut(page, () => {
      page.drawSvgPath(path, { x: at.x, y: at.y, scale: at.size / size, color: ink, borderWidth: 0 });
    });
  }

  finish(): void {
    this.#tags.finish();
  }

  #here(): PDFPage {
    if (this.#page === null) throw new Error('a sheet begins with a page');
    return this.#page;
  }
}

/** Colours that are told apart on paper, also by who sees few: they differ in lightness, and the word stands beside the dot. */
const colors = [
  rgb(0.1, 0.42, 0.3),
  rgb(0.95, 0.75, 0.2),
  rgb(0.15, 0.4, 0.7),
  rgb(0.75, 0.28, 0.2),
  rgb(0.6, 0.8, 0.55),
  rgb(0.45, 0.25, 0.5),
  rgb(0.65, 0.82, 0.92),
  rgb(0.4, 0.4, 0.4),
];

type Line = { x: number; y: number; size: number; letters: Letters; isSoft: boolean; flipped: boolean };

function write(page: PDFPage, text: string, { x, y, size, letters, isSoft, flipped }: Line): void {
  let at = x;
  for (const piece of piecesOf(text, letters)) {
    const place = flipped ? { x: a4.width - at, y: a4.height - y, rotate: degrees(180) } : { x: at, y };
    page.drawText(piece.text, { ...place, size, font: piece.font, color: isSoft ? soft : ink });
    at += piece.font.widthOfTextAtSize(piece.text, size);
  }
}
