import { z } from 'zod';
import type { Cursor } from '../in-memory/look.ts';

const cursor = z.tuple([
  z.int().min(0).max(9),
  z.int().min(-2_000_000).max(Number.MAX_SAFE_INTEGER),
  z.string().min(1).max(300),
]);

export function writeCursor({ level, key, id }: Cursor): string {
  return Buffer.from(JSON.stringify([level, key, id])).toString('base64url');
}

/** Null for what is no cursor: then the answer begins at the beginning. */
export function readCursor(text: string | null): Cursor | null {
  if (text === null || text.length > 600) return null;
  try {
    const read = cursor.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    if (!read.success || read.data[2].includes('\0')) return null;
    return { level: read.data[0], key: read.data[1], id: read.data[2] };
  } catch {
    return null;
  }
}
