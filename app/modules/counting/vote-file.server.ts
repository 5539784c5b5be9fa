/** A larger file is not read. The page says the same. */
export const largestFile = 10 * 1024 * 1024;

/** @returns the text of a file as it comes in; null when it is too large */
export async function readVoteFile(bytes: AsyncIterable<Uint8Array>): Promise<string | null> {
  const decoder = new TextDecoder();
  let size = 0;
  let text = '';
  for await (const piece of bytes) {
    size += piece.length;
    if (size > largestFile) return null;
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}
