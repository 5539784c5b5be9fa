/** A place in a dataset: behind the row with this key, which last changed at this moment. */
export type Position = {
  /** Microseconds since 1970: PostgreSQL knows a moment that precisely, and two rows differ by one. */
  at: bigint;
  key: string;
};

const longest = 400;

/** A place as an address carries it; whoever gets one sends it back as it is. */
export function writeCursor({ at, key }: Position): string {
  return Buffer.from(`${String(at)} ${key}`, 'utf8').toString('base64url');
}

/** @returns null for anything that no dataset ever gave */
export function readCursor(text: string): Position | null {
  if (text.length > longest || !/^[\w-]+$/.test(text)) return null;
  const read = /^(-?\d{1,18}) ([^\p{C}]+)$/u.exec(Buffer.from(text, 'base64url').toString('utf8'));
  const [, at, key] = read ?? [];
  return at === undefined || key === undefined ? null : { at: BigInt(at), key };
}

/** A moment or day from which changes are asked, as microseconds. @returns null when it is neither */
export function readSince(text: string): bigint | null {
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2}))?$/.test(text)) return null;
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? null : BigInt(milliseconds) * 1000n;
}
