import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import {
  EncryptedPDFError,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFStream,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { stripJpeg } from './jpeg.ts';

export type PdfRefusal = 'pdf-broken' | 'pdf-encrypted' | 'pdf-too-large';

/** Keys that hold data about the maker, or make a reader do something by itself. */
const strippedKeys = [
  'Metadata',
  'PieceInfo',
  'LastModified',
  'AA',
  'OpenAction',
  'JS',
  'JavaScript',
  'EmbeddedFiles',
  'AF',
  'EF',
  'XFA',
  'Collection',
  'RichMediaContent',
].map((key) => PDFName.of(key));

/** Actions that stay: going to a page or to a web address when somebody presses a link. */
const keptActions = new Set(['/GoTo', '/URI', '/Named']);

/** Notes that carry files, media or a reader's remarks. */
const droppedNotes = new Set([
  '/FileAttachment',
  '/RichMedia',
  '/Movie',
  '/Sound',
  '/Screen',
  '/3D',
  '/Text',
  '/Popup',
]);

/** Who wrote a note and when. */
const noteKeys = ['T', 'M', 'CreationDate', 'NM', 'RC', 'Popup'].map((key) => PDFName.of(key));

/**
 * The PDF without metadata, scripts, attached files and older revisions; also pictures in it lose their place and camera.
 * Encrypted and broken files are refused.
 */
export async function cleanPdf(bytes: Uint8Array): Promise<Outcome<Uint8Array<ArrayBuffer>, PdfRefusal>> {
  const unfolds = await unfoldsSafely(bytes);
  if (!unfolds.ok) return unfolds;
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, warnOnInvalidObjects: false });
    if (document.getPageCount() === 0) return refused('pdf-broken');
    const { context } = document;
    delete context.trailerInfo.Info;
    delete context.trailerInfo.ID;
    for (const [, value] of context.enumerateIndirectObjects()) cleanObject(value, context);
    dropUnreachable(context);
    return accepted(new Uint8Array(await document.save({ updateFieldAppearances: false })));
  } catch (error) {
    return refused(error instanceof EncryptedPDFError ? 'pdf-encrypted' : 'pdf-broken');
  }
}

/** Cleans a value and everything written inside it; what it refers to is cleaned as an object of its own. */
function cleanObject(value: PDFObject, context: PDFContext): void {
  if (value instanceof PDFArray) {
    for (const item of value.asArray()) cleanObject(item, context);
  } else if (value instanceof PDFDict) {
    cleanDictionary(value, context);
  } else if (value instanceof PDFStream) {
    cleanDictionary(value.dict, context);
    cleanPicture(value);
  }
}

function cleanDictionary(dictionary: PDFDict, context: PDFContext): void {
  for (const key of strippedKeys) dictionary.delete(key);
  for (const name of ['A', 'Next']) {
    const action = dictionary.lookup(PDFName.of(name));
    const kind = action instanceof PDFDict ? action.lookup(PDFName.of('S')) : undefined;
    if (kind instanceof PDFName && !keptActions.has(kind.asString())) dictionary.delete(PDFName.of(name));
  }
  // an action that stands by itself, reached from a place we do not know
  const own = dictionary.lookup(PDFName.of('S'));
  const isAction =
    own instanceof PDFName &&
    /^\/(JavaScript|Launch|SubmitForm|ImportData|GoToE|GoToR|Rendition|Movie|Sound|RichMediaExecute|ResetForm)$/.test(
      own.asString(),
    );
  if (isAction) for (const key of dictionary.keys()) dictionary.delete(key);
  cleanNotes(dictionary, context);
  for (const [, item] of dictionary.entries()) cleanObject(item, context);
}

function cleanNotes(dictionary: PDFDict, context: PDFContext): void {
  const notes = dictionary.lookup(PDFName.of('Annots'));
  if (!(notes instanceof PDFArray)) return;
  const kept = notes.asArray().filter((item) => {
    const note = context.lookup(item);
    if (!(note instanceof PDFDict)) return false;
    const subtype = String(note.lookup(PDFName.of('Subtype')));
    // for a field of a form /T is its name
    if (subtype !== '/Widget') for (const key of noteKeys) note.delete(key);
    return !droppedNotes.has(subtype);
  });
  dictionary.set(PDFName.of('Annots'), context.obj(kept));
}

/** Photographs are in a PDF as whole JPEG files, with the place where they were taken. */
function cleanPicture(stream: PDFStream): void {
  if (!(stream instanceof PDFRawStream)) return;
  if (String(stream.dict.lookup(PDFName.of('Filter'))).replaceAll(/[[\]\s]/g, '') !== '/DCTDecode') return;
  stream.updateContents(stripJpeg(stream.contents));
}

/** What nothing refers to any more: older revisions, files and scripts that were taken out. */
function dropUnreachable(context: PDFContext): void {
  const reached = new Set<string>();
  const open: PDFObject[] = context.trailerInfo.Root ? [context.trailerInfo.Root] : [];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (value instanceof PDFRef) {
      if (reached.has(value.tag)) continue;
      reached.add(value.tag);
      const target = context.lookup(value);
      if (target) open.push(target);
    } else if (value instanceof PDFArray) open.push(...value.asArray());
    else if (value instanceof PDFDict) open.push(...value.values());
    else if (value instanceof PDFStream) open.push(...value.dict.values());
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref.tag)) context.delete(ref);
}

const unfoldOne = 50 * 1024 * 1024;
const unfoldAll = 200 * 1024 * 1024;
const unfold = promisify(inflate);

/**
 * A few kilobytes can hold gigabytes of zeros. Every compressed part is unfolded with a limit before the file is read;
 * parts that the reader itself unfolds may be compressed in the ordinary way only.
 */
async function unfoldsSafely(bytes: Uint8Array): Promise<Outcome<void, PdfRefusal>> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  let total = 0;
  let before = 0;
  for (const match of text.matchAll(/(?<!end)stream(\r\n|\n|\r)/g)) {
    const header = text
      .slice(Math.max(before, text.lastIndexOf('endobj', match.index)), match.index)
      .replaceAll(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
    const start = match.index + match[0].length;
    before = start;
    if (/\/(ObjStm|XRef)\b/.test(header) && /LZWDecode|RunLengthDecode|ASCII|FlateDecode[^]*FlateDecode/.test(header))
      return refused('pdf-broken');
    if ((bytes[start] ?? 0) % 16 !== 8) continue; // not compressed by zlib
    try {
      total += (await unfold(bytes.subarray(start), { maxOutputLength: unfoldOne })).length;
    } catch (error) {
      if (error instanceof RangeError) return refused('pdf-too-large');
    }
    if (total > unfoldAll) return refused('pdf-too-large');
  }
  return accepted();
}
