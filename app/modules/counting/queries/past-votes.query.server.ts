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
