import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { layProposal } from '#app/modules/decisions/commands/lay-proposal.server.ts';
import { mayPrepare } from '#app/modules/decisions/policy.ts';
import { leastParticipants } from '#app/modules/decisions/proposal.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { waitingWinner } from '../queries/waiting-winner.server.ts';
import { interestInVote, lockVote } from '../vote.store.server.ts';
import { winnerBlock, winnerProposal, type TakeOver } from '../winner.ts';

export type TakeOverRefusal =
  | Exclude<PolicyRefusal, 'not-found'>
  | 'vote-unknown'
  | 'move-impossible'
  | 'interest-in-vote'
  | 'day-in-future'
  | 'too-few-present'
  | 'interest'
  | 'already-prepared'
  | 'annulment-waits'
  | 'nothing-taken-over';

const refusals = {
  decision_one_prepared: 'already-prepared',
  decision_without_interest: 'interest',
  decision_follows_vote: 'move-impossible',
  vote_annulment_waits: 'annulment-waits',
} as const satisfies Record<string, TakeOverRefusal>;

/**
 * The body takes the outcome of a vote over: lays a proposal to grant before a confirmer for every winner that has none, in one
 * transaction. What keeps one of them from it is left for the form of that plan alone, and its money stays apart. Pressed twice it lays
 * nothing more.
 * @returns how many were laid now
 */
export async function takeOverOutcome(
  { voteId, takeOver }: { voteId: string; takeOver: TakeOver },
  context: Context<SignedIn>,
): Promise<Outcome<number, TakeOverRefusal>> {
  const { actor, now } = context;
  if (!isId(voteId)) return refused('vote-unknown');
  if (takeOver.takenOn > dayInAmsterdam(now)) return refused('day-in-future');
  if (takeOver.present.size < leastParticipants) return refused('too-few-present');
  const proposerId = actor.person.id;
  return inTransaction<number, TakeOverRefusal, TakeOverRefusal>(
    context,
    async (tx) => {
      const initiativeIds = await lockWinners(tx, voteId);
      const vote = await lockVote(tx, voteId, 'change');
      if (vote === null) return refused('vote-unknown');
      const allowed = mayPrepare(actor, vote.bodyId);
      if (!allowed.ok) return allowed;
      if (vote.state !== 'counted') return refused('move-impossible');
      if ((await interestInVote(tx, proposerId, voteId)) !== null) return refused('interest-in-vote');
      const done = { laid: 0, prepared: 0 };
      for (const initiativeId of initiativeIds) {
        const winner = await waitingWinner(tx, initiativeId, now);
        if (winner === null) continue;
        const block = winnerBlock(winner, voteId, takeOver.read);
        if (block === 'prepared') done.prepared += 1;
        if (block !== null) continue;
        const proposal = winnerProposal(winner, takeOver);
        const laid = await layProposal(tx, { id: newId(), proposal, basis: winner.plan, proposerId, at: now });
        if (laid.ok) done.laid += 1;
      }
      return done.laid + done.prepared === 0 ? refused('nothing-taken-over') : accepted(done.laid);
    },
    { refusals },
  );
}

/** Plans before their vote, in one order: confirming a decision locks them in this order too. */
async function lockWinners(tx: Transaction, voteId: string): Promise<string[]> {
  await tx.$queryRaw`
    select 1 from initiative where id in (select initiative_id from vote_award where vote_id = ${voteId}::uuid and state = 'won')
      order by id for update`;
  const winners = await tx.voteAward.findMany({
    where: { voteId, state: 'won' },
    orderBy: { place: 'asc' },
    select: { initiativeId: true },
  });
  return winners.map(({ initiativeId }) => initiativeId);
}
