import { accepted } from '#app/kernel/outcome.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { stepByTwo } from '../step-by-two.server.ts';

type Refusal = 'annuls-itself' | 'decided-on' | 'fund-exhausted' | 'already-proposed';

/**
 * Annulling the count that stands, because it was wrong. The reason becomes public when somebody else confirms it: the vote is closed
 * again, its ballots stay as they are and are counted anew. Only while no decision rests on it, and while the fund can keep the whole
 * amount apart again.
 */
export const annulling = stepByTwo<{ reason: string }, void, Refusal>(
  {
    unfit: ({ state }) => (state === 'counted' ? null : 'move-impossible'),
    refusals: {
      vote_annulment_pkey: 'already-proposed',
      vote_annulment_two_persons: 'annuls-itself',
      vote_run_without_interest: 'interest-in-vote',
      vote_decided_on: 'decided-on',
      vote_move: 'move-impossible',
      fund_not_overcommitted: 'fund-exhausted',
    },
  },
  {
    propose: async (tx, { id: voteId }, { reason }, { actor, now }) => {
      const attempt = await lastAttempt(tx, voteId);
      await tx.voteAnnulment.create({
        data: { voteId, attempt, reason, proposerId: actor.person.id, proposedAt: now },
      });
      return accepted();
    },
    confirm: async (tx, { id: voteId }, { actor, now }) =>
      tx.voteAnnulment.updateMany({
        where: { voteId, attempt: await lastAttempt(tx, voteId), confirmedAt: null },
        data: { confirmerId: actor.person.id, confirmedAt: now },
      }),
    confirmed: async () => Promise.resolve(accepted()),
    drop: async (tx, { id: voteId }) => tx.voteAnnulment.deleteMany({ where: { voteId, confirmedAt: null } }),
  },
);

async function lastAttempt(tx: Transaction, voteId: string): Promise<number> {
  const { _max: last } = await tx.voteCount.aggregate({ where: { voteId }, _max: { attempt: true } });
  return last.attempt ?? 0;
}
