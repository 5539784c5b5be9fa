import { StatementFault, shown } from './statement-fault.ts';

/** Enough to see what a file is and which encoding it states. */
const headLength = 200;

type Decoder = { name: string; label: string };

const marks: readonly (Decoder & { bytes: readonly number[] })[] = [
  { name: 'UTF-8', label: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { name: 'UTF-16', label: 'utf-16le', bytes: [0xff, 0xfe] },
  { name: 'UTF-16', label: 'utf-16be', bytes: [0xfe, 0xff] },
  // without a mark an XML file in UTF-16 shows by its first character, "<"
  { name: 'UTF-16', label: 'utf-16le', bytes: [0x3c, 0x00] },
  { name: 'UTF-16', label: 'utf-16be', bytes: [0x00, 0x3c] },
];

const stated: Readonly<Record<string, Decoder>> = {
  'UTF-8': { name: 'UTF-8', label: 'utf-8' },
  'US-ASCII': { name: 'UTF-8', label: 'utf-8' },
  'ISO-8859-1': { name: 'ISO-8859-1', label: 'iso-8859-1' },
  'ISO-8859-15': { name: 'ISO-8859-15', label: 'iso-8859-15' },
  'WINDOWS-1252': { name: 'WINDOWS-1252', label: 'windows-1252' },
};

/**
 * The text of a file, piece by piece, in the encoding that it states (UTF-8 where it states none).
 * @param onBytes sees every piece before it is decoded; may throw to end the reading
 * @throws StatementFault `empty`, `compressed`, `not-xml`, `encoding-unknown`, or `encoding-broken` where the bytes are not what is stated
 */
export async function* decoded(
  source: AsyncIterable<Uint8Array>,
  onBytes: (piece: Uint8Array) => void,
): AsyncGenerator<string> {
  let head = new Uint8Array();
  let decoder: TextDecoder | null = null;
  for await (const piece of source) {
    onBytes(piece);
    if (decoder !== null) {
      yield decode(decoder, piece);
      continue;
    }
    head = Buffer.concat([head, piece]);
    if (head.length < headLength) continue;
    decoder = decoderFor(head);
    yield decode(decoder, head);
  }
  if (head.length === 0) throw new StatementFault('empty');
  if (decoder === null) {
    decoder = decoderFor(head);
    yield decode(decoder, head);
  }
  yield decode(decoder, null);
}

function decode(decoder: TextDecoder, piece: Uint8Array | null): string {
  try {
    return piece === null ? decoder.decode() : decoder.decode(piece, { stream: true });
  } catch {
    throw new StatementFault('encoding-broken', { encoding: decoder.encoding.toUpperCase() });
  }
}

function decoderFor(head: Uint8Array): TextDecoder {
  if ((head[0] === 0x50 && head[1] === 0x4b) || (head[0] === 0x1f && head[1] === 0x8b))
    throw new StatementFault('compressed');
  const byMark = marks.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte));
  const begin = new TextDecoder(byMark?.label ?? 'latin1').decode(head.subarray(0, headLength));
  // a picture or a PDF, of which the characters are nobody's concern
  if (byMark === undefined && /^\s*[^\s<]/.test(begin)) throw new StatementFault('not-xml');
  const name = /^[^<]{0,4}<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(begin)?.[1]?.toUpperCase();
  const byName = name === undefined ? undefined : stated[name];
  if (byMark !== undefined) {
    // the bytes speak for themselves, but a file that contradicts itself was damaged on the way
    if (name !== undefined && !name.startsWith(byMark.name))
      throw new StatementFault('encoding-broken', { encoding: shown(name) });
    return new TextDecoder(byMark.label, { fatal: true });
  }
  if (name !== undefined && byName === undefined)
    throw new StatementFault('encoding-unknown', { encoding: shown(name) });
  return new TextDecoder(byName?.label ?? 'utf-8', { fatal: true });
}
