import mammoth from 'mammoth';
import { inflateRawSync } from 'node:zlib';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Block } from './block.ts';
import { blocksOfHtml } from './blocks-of-html.ts';

/** Bytes: of the file, and of everything in it when unpacked. */
export const largestDocument = 5_000_000;
const largestUnpacked = 40_000_000;
const mostEntries = 2000;

export type DocxMistake = 'docx-too-large' | 'docx-no-document' | 'docx-macros' | 'docx-bomb' | 'docx-damaged';

type Entry = { name: string; method: number; flags: number; packed: number; at: number };

/** The table at the end of a zip file. Throws RangeError for a file that ends too soon. */
function entriesOf(bytes: Buffer): Entry[] | null {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end === -1 || bytes.length - end > 66_000) return null;
  const count = bytes.readUInt16LE(end + 10);
  let place = bytes.readUInt32LE(end + 16);
  const entries: Entry[] = [];
  for (let number = 0; number < count; number += 1) {
    if (bytes.readUInt32LE(place) !== 0x02014b50) return null;
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(place + offset));
    const name = bytes.toString('utf8', place + 46, place + 46 + (nameLength ?? 0));
    const local = bytes.readUInt32LE(place + 42);
    const at = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    entries.push({
      name,
      method: bytes.readUInt16LE(place + 10),
      flags: bytes.readUInt16LE(place + 8),
      packed: bytes.readUInt32LE(place + 20),
      at,
    });
    place += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

/**
 * Unpacks everything once with a limit, before the library that reads the document does so without one: what a zip file says of its
 * own sizes proves nothing.
 */
function judge(bytes: Buffer): DocxMistake | null {
  const entries = entriesOf(bytes);
  if (entries === null || !entries.some(({ name }) => name === 'word/document.xml')) return 'docx-no-document';
  if (entries.length > mostEntries) return 'docx-bomb';
  if (new Set(entries.map(({ name }) => name)).size !== entries.length) return 'docx-damaged';
  if (entries.some(({ name }) => /vbaproject|vbadata|\/activex\/|\/embeddings\//iu.test(name))) return 'docx-macros';
  let room = largestUnpacked;
  for (const { name, method, flags, packed, at } of entries) {
    // encrypted, or packed in a way that documents are not
    if ((flags & 1) !== 0 || (method !== 0 && method !== 8)) return 'docx-damaged';
    const raw = bytes.subarray(at, at + packed);
    let content: Buffer;
    try {
      content = method === 0 ? raw : inflateRawSync(raw, { maxOutputLength: room });
    } catch (error) {
      return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'docx-bomb' : 'docx-damaged';
    }
    room -= content.length;
    if (room <= 0) return 'docx-bomb';
    if (/\.(?:xml|rels)$/iu.test(name) && content.includes('<!')) {
      if (/<!(?:DOCTYPE|ENTITY)/iu.test(content.toString('latin1'))) return 'docx-damaged';
    }
    if (name === '[Content_Types].xml' && /macroEnabled/iu.test(content.toString('latin1'))) return 'docx-macros';
  }
  return null;
}

/**
 * A document of a word processor in blocks. Pictures are left out, and nothing outside the file is read.
 * @param bytes as uploaded, at most `largestDocument`
 */
export async function blocksOfDocx(bytes: Uint8Array): Promise<Outcome<Block[], DocxMistake>> {
  if (bytes.length > largestDocument) return refused('docx-too-large');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const mistake = judge(buffer);
    if (mistake !== null) return refused(mistake);
    const { value } = await mammoth.convertToHtml(
      { buffer },
      {
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
        ignoreEmptyParagraphs: true,
        styleMap: ['r[style-name="Strong"] => b', 'b => b', 'comment-reference => sup'],
      },
    );
    return accepted(blocksOfHtml(value));
  } catch {
    // what a damaged file makes of the library says nothing to who uploaded it
    return refused('docx-damaged');
  }
}
