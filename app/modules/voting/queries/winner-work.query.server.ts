import { dayInAmsterdam, toDateColumn } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { mayPrepare } from '#app/modules/decisions/policy.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { voteRoles } from '../policy.ts';
import { interestInVote } from '../vote.store.server.ts';
import { winnerBlock } from '../winner.ts';
import type { WinnerWork } from '../winner-views.ts';
import { voteFollows } from './vote-follows.query.server.ts';
import { waitingWinner } from './waiting-winner.server.ts';

/** What follows a vote, for who works on it. */
export async function winnerWork(
  database: Database,
  actor: SignedIn,
  { id: voteId, bodyId }: { id: string; bodyId: string },
  now: Instant,
): Promise<WinnerWork> {
  const follows = await voteFollows(database, voteId);
  const awards = await database.voteAward.findMany({
    where: { voteId, state: 'won' },
    select: { number: true, initiativeId: true },
  });
  const waiting = await Promise.all(
    awards.map(async ({ number, initiativeId }) => {
      const winner = await waitingWinner(database, initiativeId, now);
      return { number, initiativeId, winner };
    }),
  );
  const annulment = await database.voteAnnulment.findFirst({
    where: { voteId, confirmedAt: null },
    select: { reason: true, proposerId: true, proposer: { select: { name: true } } },
  });
  return {
    ...follows,
    work: follows.winners.flatMap((line) => {
      const found = waiting.find(({ number }) => number === line.number);
      if (found === undefined) return [];
      const { initiativeId, winner } = found;
      return [
        {
          ...{ ...line, initiativeId, preparedId: winner?.preparedId ?? null },
          block: winner === null ? ('stage' as const) : winnerBlock(winner, voteId, new Set()),
        },
      ];
    }),
    members: waiting.flatMap(({ winner }) => (winner === null ? [] : [winner.plan.members]))[0] ?? [],
    mayTakeOver: mayPrepare(actor, bodyId).ok,
    annulment:
      annulment === null
        ? null
        : {
            ...{ reason: annulment.reason, proposerName: annulment.proposer.name },
            isOwn: annulment.proposerId === actor.person.id,
          },
    hasInterest: (await interestInVote(database, actor.person.id, voteId)) !== null,
    nobodyFree: await nobodyFree(database, { voteId, bodyId }, now),
  };
}

/** Whether everybody of the body who could run this vote has an interest in something that can be chosen. */
async function nobodyFree(
  database: Database,
  { voteId, bodyId }: { voteId: string; bodyId: string },
  now: Instant,
): Promise<boolean> {
  const today = toDateColumn(dayInAmsterdam(now));
  const [row] = await database.$queryRaw<{ nobody: boolean }[]>`
    select not exists (select from body_membership m where m.body_id = ${bodyId}::uuid and m.role = any(${[...voteRoles]}::text[])
      and m.begins_on <= ${today}::date and (m.ends_on is null or m.ends_on >= ${today}::date)
      and interest_in_vote(m.person_id, ${voteId}::uuid) is null) as nobody`;
  return row?.nobody ?? false;
}
