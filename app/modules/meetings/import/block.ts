/** A paper in the pieces that it is made of, whether it came from a document or was pasted. */

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'item'; text: string; depth: number }
  | { kind: 'table'; rows: string[][] };

/** What the papers were blacked out with, in all the ways that scanning left it. */
const blackedOut = /\^?\{?\b5\.1[.,]\s?2[.,]\s?([a-i])\b\}?/gu;

/** One kind of white space, and one way of writing what was blacked out. */
export const tidied = (text: string): string =>
  text
    .replaceAll(blackedOut, '■ 5.1.2.$1')
    .replaceAll(/[\u00a0\u202f]/gu, ' ')
    .replaceAll(/[ \t\f\v]+/gu, ' ')
    .trim();

export const textOf = (block: Block): string =>
  block.kind === 'table' ? block.rows.map((row) => row.join(' | ')).join('\n') : block.text;
