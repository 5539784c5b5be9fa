import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { Context } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { changingVote, type ChangeRefusal, type OfVote } from '../changing-vote.server.ts';
import { mailVoteCancelled, shuffleLastJob } from '../jobs.server.ts';
import { stepByTwo } from '../step-by-two.server.ts';
import { canMove } from '../vote.ts';

/**
 * Ending a vote that was announced without an outcome. The reason becomes public when somebody else confirms it, and the money is free
 * again. What was cast stays and is not counted.
 */
export const cancelling = stepByTwo<{ reason: string }, void, 'annuls-itself' | 'already-proposed'>(
  {
    unfit: ({ state }) => (state !== 'draft' && canMove(state, 'cancel') ? null : 'move-impossible'),
    refusals: {
      vote_cancellation_pkey: 'already-proposed',
      vote_cancellation_two_persons: 'annuls-itself',
      vote_run_without_interest: 'interest-in-vote',
      vote_move: 'move-impossible',
    },
  },
  {
    propose: async (tx, { id: voteId }, { reason }, { actor, now }) => {
      await tx.voteCancellation.create({ data: { voteId, reason, proposerId: actor.person.id, proposedAt: now } });
      return accepted();
    },
    confirm: async (tx, { id: voteId }, { actor, now }) =>
      tx.voteCancellation.updateMany({
        where: { voteId, confirmedAt: null },
        data: { confirmerId: actor.person.id, confirmedAt: now },
      }),
    confirmed: async (tx, { id: voteId }) => {
      await enqueue(tx, shuffleLastJob, null, `shuffle-last-ballots:${voteId}`);
      await enqueue(tx, mailVoteCancelled, { voteId }, `mail-vote-cancelled:${voteId}`);
      return accepted();
    },
    drop: async (tx, { id: voteId }) => tx.voteCancellation.deleteMany({ where: { voteId, confirmedAt: null } }),
  },
);

/** Throws a draft away, which nobody but the body saw. */
export async function discardVote(
  input: OfVote & { reason: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, ChangeRefusal | 'move-impossible'>> {
  const { actor, now } = context;
  const unfit = ({ state }: { state: string }) => (state === 'draft' ? null : 'move-impossible');
  return changingVote<void, 'move-impossible'>(input, context, { unfit }, async (tx, { id }) => {
    const data = { state: 'cancelled', cancellerId: actor.person.id, cancelledAt: now, cancelReason: input.reason };
    const { count } = await tx.vote.updateMany({ where: { id, state: 'draft' }, data });
    return count === 0 ? refused('move-impossible') : accepted();
  });
}
