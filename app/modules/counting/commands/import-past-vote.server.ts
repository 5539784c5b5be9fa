import { createHash } from 'node:crypto';
import { newId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';
import { aboutOf } from '../comparison/comparison.ts';
import { slugOf } from '../past-vote.ts';
import type { Mistake } from '../pabulib/file.ts';
import { readPabulib } from '../pabulib/read.ts';

export type PastVoteOrigin = { licence: string; source: string };

/**
 * Takes in a vote of an earlier year from its public file, for everybody to look at. The same file twice changes nothing; another
 * vote of the same name and year gets a number behind its address.
 * @param origin under which licence the file may be given on, and where it came from; without a licence it is not
 * @returns where it is shown, or every mistake in the file
 */
export async function importPastVote(
  database: Database,
  text: string,
  now: Instant,
  { licence, source }: PastVoteOrigin = { licence: '', source: '' },
): Promise<{ ok: true; slug: string; isNew: boolean } | { ok: false; mistakes: readonly Mistake[] }> {
  const read = readPabulib(text);
  if (!read.ok) return read;
  const sha256 = createHash('sha256').update(text).digest('hex');
  const before = await database.pastVote.findUnique({ where: { sha256 }, select: { slug: true } });
  if (before !== null) return { ok: true, slug: before.slug, isNew: false };
  const about = aboutOf(read.vote.file);
  const { election } = read.vote;
  const name = slugOf(about);
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? name : `${name}-${String(number)}`;
    if ((await database.pastVote.count({ where: { slug } })) > 0) continue;
    await database.pastVote.create({
      data: {
        ...{ id: newId(), slug, text, sha256, licence, source, importedAt: now },
        title: about.title === '' ? slug : about.title,
        place: about.place,
        year: about.year,
        budget: BigInt(election.budget),
        voters: election.voters,
        projects: election.projects.length,
      },
    });
    return { ok: true, slug, isNew: true };
  }
}
