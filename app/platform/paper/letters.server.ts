import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import fontkit from '@cantoo/fontkit';
import type { PDFDocument, PDFFont } from '@cantoo/pdf-lib';

const require = createRequire(import.meta.url);

// the letters of the pages; the second file holds those of Turkish, Polish, Czech and others
const files = {
  plain: [
    require.resolve('@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff'),
    require.resolve('@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-400-normal.woff'),
  ],
  bold: [
    require.resolve('@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff'),
    require.resolve('@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-700-normal.woff'),
  ],
} as const;

/** One weight of the letters, of several files that each hold part of them. */
export type Letters = readonly { font: PDFFont; has: ReadonlySet<number>; widths: Map<string, number> }[];

/** The letters of the product in two weights; only those that are used end up in the paper. */
export async function embedLetters(file: PDFDocument): Promise<{ plain: Letters; bold: Letters }> {
  file.registerFontkit(fontkit);
  const embed = async (paths: readonly string[]): Promise<Letters> => {
    const letters = [];
    // one after another: the order in which files happen to be read would change the bytes of the paper
    for (const path of paths) {
      const font = await file.embedFont(await readFile(path), { subset: true });
      letters.push({ font, has: new Set(font.getCharacterSet()), widths: new Map<string, number>() });
    }
    return letters;
  };
  return { plain: await embed(files.plain), bold: await embed(files.bold) };
}

/**
 * What can be written: accents in one letter, one kind of space. What no file has loses its accent, or becomes a question
 * mark.
 */
export function printable(text: string, letters: Letters): string {
  const has = (letter: string) => fontOf(letter, letters) !== undefined;
  return [...text.normalize('NFC').replaceAll(/[\u202f\u2009\s]/g, ' ')]
    .map((letter) => {
      if (has(letter)) return letter;
      const bare = letter.normalize('NFKD').replaceAll(/\p{Mark}/gu, '');
      return bare !== '' && [...bare].every(has) ? bare : '?';
    })
    .join('');
}

/** Pieces of a printable text, each in one font. */
export function piecesOf(text: string, letters: Letters): { text: string; font: PDFFont }[] {
  const pieces: { text: string; font: PDFFont }[] = [];
  for (const letter of text) {
    const last = pieces.at(-1);
    const font = fontOf(letter, letters);
    if (font === undefined) throw new Error('a text is made printable before it is written');
    if (last?.font === font) last.text += letter;
    else pieces.push({ text: letter, font });
  }
  return pieces;
}

/** Width in points of a printable text: of its letters, each measured once, because measuring is slow. */
export function widthOf(text: string, letters: Letters, size: number): number {
  let width = 0;
  for (const letter of text) width += widthOfLetter(letter, letters) * size;
  return width;
}

function widthOfLetter(letter: string, letters: Letters): number {
  const own = letters.find(({ has }) => has.has(letter.codePointAt(0) ?? 0));
  if (own === undefined) return 0;
  const known = own.widths.get(letter);
  if (known !== undefined) return known;
  const width = own.font.widthOfTextAtSize(letter, 1);
  own.widths.set(letter, width);
  return width;
}

/** Lines of a printable text that are no wider than so many points. */
export function wrap(text: string, letters: Letters, size: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((one) => chop(one, letters, size, most))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, letters, size) > most) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** A word longer than a line, in pieces. */
function chop(word: string, letters: Letters, size: number, most: number): string[] {
  if (widthOf(word, letters, size) <= most) return [word];
  const pieces: string[] = [''];
  for (const letter of word) {
    const longer = `${pieces.at(-1) ?? ''}${letter}`;
    if (widthOf(longer, letters, size) > most) pieces.push(letter);
    else pieces[pieces.length - 1] = longer;
  }
  return pieces;
}

function fontOf(letter: string, letters: Letters): PDFFont | undefined {
  return letters.find(({ has }) => has.has(letter.codePointAt(0) ?? 0))?.font;
}
