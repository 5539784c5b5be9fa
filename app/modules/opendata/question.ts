import { readCursor, readSince, type Position } from './cursor.ts';
import { pageSizes } from './openapi.ts';

export type Question = { after: Position | null; since: bigint | null; size: number };

type Wrong =
  | { problem: 'wrong-cursor' | 'wrong-since'; facts: Record<string, never> }
  | { problem: 'wrong-limit'; facts: { most: number } }
  | { problem: 'no-changes'; facts: { name: string } }
  | { problem: 'unknown-parameter'; facts: { name: string; names: string } };

/** What a list is asked for, or what is wrong with the question. */
export function readQuestion(
  search: URLSearchParams,
  dataset: { slug: string; hasChanges: boolean },
): { ok: true; question: Question } | ({ ok: false } & Wrong) {
  const known = ['limit', 'cursor', ...(dataset.hasChanges ? ['since'] : [])];
  const odd = [...search.keys()].find((name) => !known.includes(name));
  if (odd === 'since') return { ok: false, problem: 'no-changes', facts: { name: dataset.slug } };
  if (odd !== undefined)
    return { ok: false, problem: 'unknown-parameter', facts: { name: odd.slice(0, 50), names: known.join(', ') } };
  const [limit, cursor, since] = [search.get('limit'), search.get('cursor'), search.get('since')];
  const size = limit === null ? pageSizes.usual : /^\d{1,4}$/.test(limit) ? Number(limit) : 0;
  if (size < 1 || size > pageSizes.most) return { ok: false, problem: 'wrong-limit', facts: { most: pageSizes.most } };
  const after = cursor === null ? null : readCursor(cursor);
  if (cursor !== null && after === null) return { ok: false, problem: 'wrong-cursor', facts: {} };
  const from = since === null ? null : readSince(since);
  if (since !== null && from === null) return { ok: false, problem: 'wrong-since', facts: {} };
  return { ok: true, question: { after, since: from, size } };
}
