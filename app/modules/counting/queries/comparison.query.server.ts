import { LRUCache } from 'lru-cache';
import type { Database } from '#app/platform/database.server.ts';
import { runApart } from '#app/platform/apart.server.ts';
import type { ComparedFile } from '../comparison/compare-file.ts';
import type { RuleName } from '../comparison/rules.ts';

/** What follows from a text alone stays true: kept by what the file holds. */
const known = new LRUCache<string, Extract<ComparedFile, { ok: true }>>({ max: 100 });

/** @returns the file counted by every rule, in a thread of its own; null when that takes too long */
export async function compareApart(text: string, told: RuleName): Promise<ComparedFile | null> {
  return (await runApart('app/modules/counting/comparison/thread.ts', { text, told })) as ComparedFile | null;
}

/** A past vote with its count: `unknown` when there is none of that name, `busy` when it could not be counted now. */
export async function comparePastVote(
  database: Database,
  slug: string,
  told: RuleName,
): Promise<Extract<ComparedFile, { ok: true }> | 'unknown' | 'busy'> {
  const vote = await database.pastVote.findUnique({ where: { slug }, select: { sha256: true } });
  if (vote === null) return 'unknown';
  const key = `${vote.sha256} ${told}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const { text } = await database.pastVote.findUniqueOrThrow({ where: { slug }, select: { text: true } });
  const compared = await compareApart(text, told);
  if (compared === null) return 'busy';
  // what is in the table was read when it came in
  if (!compared.ok) throw new Error(`the past vote ${slug} cannot be read`);
  known.set(key, compared);
  return compared;
}
