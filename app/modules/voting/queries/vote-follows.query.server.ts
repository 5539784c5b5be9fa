import { cents } from '#app/kernel/money.ts';
import type { Database } from '#app/platform/database.server.ts';
import { keptFacts } from '../result.ts';
import type { Stage } from '#app/modules/initiatives/stage.ts';
import { stageBlock, type AwardState, type PublicBlock } from '../winner.ts';
import type { VoteFollows, VoteOfPlan, WonElsewhere } from '../winner-views.ts';
import { plansWonElsewhere } from './won-elsewhere.query.server.ts';

const confirmed = { where: { state: 'confirmed' }, select: { number: true } } as const;

/** What became of the winners of the count that stands, and which counts were annulled. */
export async function voteFollows(database: Database, voteId: string): Promise<VoteFollows> {
  const [awards, annulled] = await Promise.all([
    database.voteAward.findMany({
      // also without a winner that had gone its way before its count was annulled
      where: { voteId, count: { OR: [{ annulment: null }, { annulment: { confirmedAt: null } }] } },
      orderBy: [{ attempt: 'desc' }, { place: 'asc' }],
      select: {
        ...{ number: true, attempt: true, costCents: true, state: true, decisions: confirmed },
        initiative: { select: { slug: true, title: true, stage: true } },
      },
    }),
    database.voteAnnulment.findMany({
      where: { voteId, confirmedAt: { not: null } },
      orderBy: { attempt: 'desc' },
      select: { attempt: true, reason: true, confirmedAt: true },
    }),
  ]);
  const last = awards[0]?.attempt;
  const elsewhere = new Map((await plansWonElsewhere(database, voteId)).map(({ number, vote }) => [number, vote]));
  return {
    winners: awards
      .filter(({ attempt }) => attempt === last)
      .map(({ number, costCents, state, decisions, initiative }) => ({
        ...{ number, cost: cents(costCents), state: state as AwardState },
        ...{ slug: initiative.slug ?? '', title: initiative.title },
        decision: decisions[0]?.number ?? null,
        waits: state === 'won' ? blockOf(initiative.stage as Stage, elsewhere.get(number)) : null,
        elsewhere: elsewhere.get(number) ?? null,
      })),
    annulled: annulled.flatMap(({ confirmedAt, ...one }) =>
      confirmedAt === null ? [] : [{ ...one, at: confirmedAt }],
    ),
  };
}

const blockOf = (stage: Stage, elsewhere: WonElsewhere | undefined): PublicBlock | null =>
  stageBlock(stage) ?? (elsewhere === undefined ? null : 'other-vote');

/** The votes in which a plan could be chosen and that were counted, the last first. */
export async function votesOfPlan(database: Database, initiativeId: string): Promise<VoteOfPlan[]> {
  const rows = await database.voteProject.findMany({
    where: { initiativeId, verdict: 'included', vote: { state: { in: ['counted', 'concluded'] } } },
    orderBy: { vote: { closesAt: 'desc' } },
    select: {
      number: true,
      vote: {
        select: {
          ...{ slug: true, title: true },
          counts: { orderBy: { attempt: 'desc' }, take: 1, select: { attempt: true, result: true } },
          awards: {
            where: { initiativeId, state: { not: 'annulled' } },
            select: { attempt: true, state: true, decisions: confirmed },
          },
        },
      },
    },
  });
  return rows.flatMap(({ number, vote: { slug, title, counts, awards } }): VoteOfPlan[] => {
    const count = counts[0];
    if (count === undefined) return [];
    const { votes, voters, winners } = keptFacts.parse(count.result);
    const award = awards.find(({ attempt }) => attempt === count.attempt);
    // won in a vote that was concluded before there were awards: its own decisions say what became of it
    if (award === undefined && winners.includes(number)) return [];
    return [
      {
        ...{ slug, title, voters, votes: votes.find(({ project }) => project === number)?.votes ?? 0 },
        state: award === undefined ? 'lost' : (award.state as AwardState),
        decision: award?.decisions[0]?.number ?? null,
      },
    ];
  });
}
