import { dayInAmsterdam, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { layProposal, proposalRefusals } from '#app/modules/decisions/commands/lay-proposal.server.ts';
import { mayPrepare } from '#app/modules/decisions/policy.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { winnerBasis } from '../queries/winner-basis.server.ts';
import { interestInVote, lockVote } from '../vote.store.server.ts';
import { winnerBlock, winnerProposal, type TakeOver } from '../winner.ts';

export type TakeOverRefusal =
  | Exclude<PolicyRefusal, 'not-found'>
  | 'vote-unknown'
  | 'move-impossible'
  | 'interest-in-vote'
  | 'day-in-future'
  | 'interest'
  | 'already-prepared'
  | 'nothing-taken-over';

const refusals = {
  decision_one_prepared: 'already-prepared',
  [('decision_without_interest' satisfies keyof typeof proposalRefusals)]: 'interest',
  decision_follows_vote: 'move-impossible',
} as const satisfies Record<string, TakeOverRefusal>;

/**
 * The body takes the outcome of a vote over: lays a proposal to grant before a confirmer for every winner that has none, in one
 * transaction. What keeps one of them from it is left for the form of that plan alone; its money stays apart. Pressed twice it lays
 * nothing more.
 * @returns how many were laid now
 */
export async function takeOverOutcome(
  input: { voteId: string; takeOver: TakeOver },
  context: Context<SignedIn>,
): Promise<Outcome<number, TakeOverRefusal>> {
  const { actor, now } = context;
  const { voteId, takeOver } = input;
  if (!isId(voteId)) return refused('vote-unknown');
  if (takeOver.takenOn > dayInAmsterdam(now)) return refused('day-in-future');
  const proposerId = actor.person.id;
  return inTransaction<number, TakeOverRefusal, TakeOverRefusal>(
    context,
    async (tx) => {
      const winners = await lockWinners(tx, voteId);
      const vote = await lockVote(tx, voteId, 'change');
      if (vote === null) return refused('vote-unknown');
      const allowed = mayPrepare(actor, vote.bodyId);
      if (!allowed.ok) return allowed;
      if (vote.state !== 'counted') return refused('move-impossible');
      if ((await interestInVote(tx, proposerId, voteId)) !== null) return refused('interest-in-vote');
      let laid = 0;
      let there = 0;
      for (const { number, initiativeId } of winners) {
        const basis = await winnerBasis(tx, initiativeId, voteId, now);
        if (basis === null) continue;
        if (basis.preparedId !== null) there += 1;
        const proposal = winnerProposal(basis, takeOver);
        if (winnerBlock(basis, takeOver.read.has(number)) !== null) continue;
        const done = await layProposal(tx, { id: newId(), proposal, basis: basis.plan, proposerId, at: now });
        if (done.ok) laid += 1;
      }
      return laid + there === 0 ? refused('nothing-taken-over') : accepted(laid);
    },
    { refusals },
  );
}

/** The plans before the vote, in one order: as confirming a decision does. */
async function lockWinners(tx: Transaction, voteId: string): Promise<{ number: number; initiativeId: string }[]> {
  await tx.$queryRaw`
    select 1 from initiative where id in (select initiative_id from vote_award where vote_id = ${voteId}::uuid and state = 'won')
      order by id for update`;
  return tx.voteAward.findMany({
    where: { voteId, state: 'won' },
    orderBy: { place: 'asc' },
    select: { number: true, initiativeId: true },
  });
}

export type { CalendarDate };
