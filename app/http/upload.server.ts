import { unstable_parseMultipartFormData as parseMultipart } from '@remix-run/node';
import { turnAway } from './turn-away.server.ts';

/** Characters of a field beside the file. */
const mostWords = 200;

/**
 * Reads one file of a form as it comes in, so that it is never held whole. For actions of `guardUploadAction`.
 * What the reader leaves is read to the end and forgotten: a browser hears no answer before it has sent everything.
 * @param name of the field of the file
 * @param read gets the bytes; may stop early
 * @param others gets the words of each field without a file, cut off when they are long
 * @returns what the reader made of it, or null when no file was sent
 * @throws Response 400 for what is no form
 */
export async function readUpload<Result>(
  request: Request,
  name: string,
  read: (bytes: AsyncIterable<Uint8Array>) => Promise<Result>,
  others: (name: string, words: string) => void = () => undefined,
): Promise<Result | null> {
  let found: { result: Result } | null = null;
  let fault: { error: unknown } | null = null;
  try {
    await parseMultipart(request, async (part) => {
      const pieces = part.data[Symbol.asyncIterator]();
      // who stops early must not close what the next part comes from
      const bytes = { [Symbol.asyncIterator]: () => ({ next: async () => pieces.next() }) };
      if (part.name === name && typeof part.filename === 'string' && part.filename !== '' && found === null) {
        try {
          found = { result: await read(bytes) };
        } catch (error) {
          fault = { error };
        }
      }
      let words = '';
      const decoder = new TextDecoder();
      for (let piece = await pieces.next(); piece.done !== true; piece = await pieces.next())
        if (words.length < mostWords) words += decoder.decode(piece.value, { stream: true });
      if (part.filename === undefined) others(part.name, words.slice(0, mostWords));
      return undefined;
    });
  } catch {
    throw turnAway(400);
  }
  const broken = fault as { error: unknown } | null;
  if (broken !== null) throw broken.error;
  return (found as { result: Result } | null)?.result ?? null;
}
