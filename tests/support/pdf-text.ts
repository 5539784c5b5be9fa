import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFObject,
  type PDFPage,
} from '@cantoo/pdf-lib';

export type PdfPart = { tag: string; text: string };

/** The parts of a tagged PDF in the order in which they are read, with the words as a reader finds them back. */
export async function readPdf(bytes: Uint8Array): Promise<{ file: PDFDocument; parts: PdfPart[] }> {
  const file = await PDFDocument.load(bytes, { updateMetadata: false });
  const pages = new Map(file.getPages().map((page) => [page.ref, textByMark(page)]));
  const parts: PdfPart[] = [];
  const read = (element: PDFDict): string => {
    const tag = element.lookup(PDFName.of('S'), PDFName).decodeText();
    const place = parts.push({ tag, text: '' }) - 1;
    const kids = element.lookup(PDFName.of('K'), PDFArray);
    const texts = kids.asArray().map((kid) => {
      const one = file.context.lookup(kid, PDFDict);
      if (one.lookup(PDFName.of('Type'), PDFName).decodeText() !== 'MCR') return read(one);
      const page = [...pages].find(([ref]) => ref === one.get(PDFName.of('Pg')))?.[1];
      return page?.get(one.lookup(PDFName.of('MCID'), PDFNumber).asNumber()) ?? '';
    });
    parts[place] = { tag, text: texts.filter((text) => text !== '').join(' ') };
    return '';
  };
  const root = file.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
  for (const kid of root.lookup(PDFName.of('K'), PDFArray).asArray()) read(file.context.lookup(kid, PDFDict));
  return { file, parts };
}

/** What stands in each marked piece of a page; what is marked with the words that were meant gives those. */
function textByMark(page: PDFPage): Map<number, string> {
  const fonts = lettersByFont(page);
  const texts = new Map<number, string>();
  let [font, mark, actual] = ['', -1, null as string | null];
  for (const line of contentsOf(page).split('\n')) {
    const begin = /<<\/MCID (\d+)(?: \/ActualText <([0-9A-F]*)>)?>> BDC/.exec(line);
    if (begin !== null) {
      mark = Number(begin[1]);
      actual = begin[2] === undefined ? null : PDFHexString.of(begin[2]).decodeText();
      texts.set(mark, actual ?? '');
    }
    if (line.endsWith('BMC') || line.endsWith('EMC')) mark = -1;
    font = /^\/(\S+) [\d.]+ Tf/.exec(line)?.[1] ?? font;
    const shown = /^<([0-9A-F]+)> Tj/.exec(line)?.[1];
    if (shown !== undefined && mark >= 0 && actual === null) {
      const letters = shown.match(/.{4}/g) ?? [];
      texts.set(mark, `${texts.get(mark) ?? ''}${letters.map((code) => fonts.get(font)?.get(code) ?? '□').join('')}`);
    }
  }
  return texts;
}

function contentsOf(page: PDFPage): string {
  const contents = page.node.Contents();
  const streams = contents instanceof PDFArray ? contents.asArray() : [contents];
  return streams.map((one) => decoded(page, one)).join('\n');
}

function decoded(page: PDFPage, object: PDFObject | undefined): string {
  const stream = page.doc.context.lookup(object);
  if (!(stream instanceof PDFRawStream)) throw new Error('no stream');
  return new TextDecoder('latin1').decode(decodePDFRawStream(stream).decode());
}

/** Of each font of a page: which letter a code is (`ToUnicode`). */
function lettersByFont(page: PDFPage): Map<string, Map<string, string>> {
  const fonts = page.node.Resources()?.lookup(PDFName.of('Font'), PDFDict);
  return new Map(
    (fonts?.entries() ?? []).map(([name, ref]) => {
      const font = page.doc.context.lookup(ref, PDFDict);
      const table = decoded(page, font.get(PDFName.of('ToUnicode')));
      const pairs = [...table.matchAll(/<([0-9A-F]{4})> <([0-9A-F]+)>/gi)];
      return [name.decodeText(), new Map(pairs.map(([, code = '', text = '']) => [code.toUpperCase(), ofUtf16(text)]))];
    }),
  );
}

function ofUtf16(hex: string): string {
  return String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));
}
