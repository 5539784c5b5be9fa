import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { Context, Transaction } from '#app/platform/database.server.ts';
import { changingVote, type ChangeRefusal, type OfVote } from '../changing-vote.server.ts';
import { interestInVote, type StoredVote } from '../vote.store.server.ts';

type Refusal =
  'move-impossible' | 'interest-in-vote' | 'annuls-itself' | 'decided-on' | 'fund-exhausted' | 'already-proposed';

export type AnnulRefusal = Refusal | ChangeRefusal;

const annulling = {
  unfit: ({ state }: StoredVote) => (state === 'counted' ? null : ('move-impossible' as const)),
  refusals: {
    vote_annulment_pkey: 'already-proposed',
    vote_annulment_two_persons: 'annuls-itself',
    vote_run_without_interest: 'interest-in-vote',
    vote_decided_on: 'decided-on',
    vote_move: 'move-impossible',
    fund_not_overcommitted: 'fund-exhausted',
  },
} as const;

/** Proposes to annul the count that stands, because it was wrong. The reason becomes public when somebody else confirms it. */
export async function proposeAnnulment(
  { reason, ...input }: OfVote & { reason: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, AnnulRefusal>> {
  const { actor, now } = context;
  return changingVote<void, Refusal>(input, context, annulling, async (tx, { id: voteId }) => {
    if ((await interestInVote(tx, actor.person.id, voteId)) !== null) return refused('interest-in-vote');
    const attempt = await lastAttempt(tx, voteId);
    await tx.voteAnnulment.create({
      data: { voteId, attempt, reason, proposerId: actor.person.id, proposedAt: now },
    });
    return accepted();
  });
}

/**
 * Annuls the count as somebody else: the vote is closed again, its ballots stay as they are and are counted anew. Only while no decision
 * rests on it, and while the fund can keep the whole amount apart again.
 */
export async function confirmAnnulment(
  input: OfVote,
  context: Context<SignedIn>,
): Promise<Outcome<void, AnnulRefusal>> {
  const { actor, now } = context;
  return changingVote<void, Refusal>(input, context, annulling, async (tx, { id: voteId }) => {
    if ((await interestInVote(tx, actor.person.id, voteId)) !== null) return refused('interest-in-vote');
    const { count } = await tx.voteAnnulment.updateMany({
      where: { voteId, attempt: await lastAttempt(tx, voteId), confirmedAt: null },
      data: { confirmerId: actor.person.id, confirmedAt: now },
    });
    return count === 0 ? refused('move-impossible') : accepted();
  });
}

/** Takes the proposal to annul back: the count stands. */
export async function dropAnnulment(input: OfVote, context: Context<SignedIn>): Promise<Outcome<void, AnnulRefusal>> {
  return changingVote<void, Refusal>(input, context, annulling, async (tx, { id: voteId }) => {
    if ((await interestInVote(tx, context.actor.person.id, voteId)) !== null) return refused('interest-in-vote');
    const { count } = await tx.voteAnnulment.deleteMany({ where: { voteId, confirmedAt: null } });
    return count === 0 ? refused('move-impossible') : accepted();
  });
}

async function lastAttempt(tx: Transaction, voteId: string): Promise<number> {
  const { _max: last } = await tx.voteCount.aggregate({ where: { voteId }, _max: { attempt: true } });
  return last.attempt ?? 0;
}
