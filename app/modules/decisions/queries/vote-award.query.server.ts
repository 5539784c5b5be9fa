import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import type { Prisma } from '#app/platform/prisma/client.ts';
import type { PublishedVote } from '../published-basis.ts';
import type { WonVote } from '../won-vote.ts';

/** A winner of a vote of residents, as a decision on it says it. */
export const awardSelect = {
  select: {
    ...{ number: true, attempt: true, place: true, votes: true, costCents: true, initiativeId: true },
    count: { select: { ballots: true, countedAt: true, _count: { select: { awards: true } } } },
    vote: {
      select: {
        ...{ id: true, slug: true, title: true, fundId: true },
        body: { select: { id: true, slug: true, name: true } },
        projects: { select: { number: true, version: true } },
      },
    },
  },
} as const satisfies Prisma.VoteAwardDefaultArgs;

type AwardRow = Prisma.VoteAwardGetPayload<typeof awardSelect>;

export function publishedVoteOf({ vote, count, ...award }: AwardRow): PublishedVote {
  return {
    slug: vote.slug,
    title: vote.title,
    countedOn: dayInAmsterdam(count.countedAt),
    attempt: award.attempt,
    number: award.number,
    version: vote.projects.find(({ number }) => number === award.number)?.version ?? 1,
    place: award.place,
    winners: count._count.awards,
    votes: award.votes,
    voters: count.ballots,
    costCents: Number(award.costCents),
  };
}

/** The vote that a plan won and on which no decision was taken yet; the first, where it won two. */
export async function wonVoteOf(database: Database | Transaction, initiativeId: string): Promise<WonVote | null> {
  const row = await database.voteAward.findFirst({
    where: { initiativeId, state: 'won', vote: { state: 'counted' } },
    orderBy: [{ count: { countedAt: 'asc' } }, { voteId: 'asc' }],
    ...awardSelect,
  });
  if (row === null) return null;
  const { id: voteId, fundId, body } = row.vote;
  return { ...publishedVoteOf(row), voteId, fundId, body, cost: cents(row.costCents) };
}
