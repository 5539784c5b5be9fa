/** A larger file is not read. The page says the same. */
export const largestFile = 10 * 1024 * 1024;

/**
 * A file as it comes in. One that is not UTF-8 is read as windows-1252, in which spreadsheets on many computers here still write.
 * @returns its text; null when it is too large
 */
export async function readVoteFile(bytes: AsyncIterable<Uint8Array>): Promise<string | null> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of bytes) {
    size += piece.length;
    if (size > largestFile) return null;
    pieces.push(piece);
  }
  const whole = Buffer.concat(pieces);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(whole);
  } catch {
    return new TextDecoder('windows-1252').decode(whole);
  }
}
