import type { Database } from '#app/platform/database.server.ts';
import { cents } from '#app/kernel/money.ts';
import type { PastVoteCard } from '../past-vote-card.ts';

/** The votes of earlier years that were taken in, the latest first. */
export async function pastVotes(database: Database): Promise<PastVoteCard[]> {
  const votes = await database.pastVote.findMany({
    select: { slug: true, title: true, place: true, year: true, budget: true, voters: true, projects: true },
    orderBy: [{ year: 'desc' }, { title: 'asc' }, { slug: 'asc' }],
  });
  return votes.map((vote) => ({ ...vote, budget: cents(vote.budget) }));
}

/** The file of a past vote that may be given on; null: there is none, or its licence was not named. */
export async function pastVoteFile(database: Database, slug: string): Promise<{ text: string; sha256: string } | null> {
  return database.pastVote.findFirst({
    where: { slug, licence: { not: '' } },
    select: { text: true, sha256: true },
  });
}

/** Under what the file of a past vote may be given on, and where it came from; null: it is not given. */
export async function pastVoteOrigin(
  database: Database,
  slug: string,
): Promise<{ licence: string; source: string } | null> {
  return database.pastVote.findFirst({
    where: { slug, licence: { not: '' } },
    select: { licence: true, source: true },
  });
}
