import { isId } from '#app/kernel/ids.ts';
import { refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { mayRunVotes } from './policy.ts';
import { lockVote, type StoredVote } from './vote.store.server.ts';

/** Which state of which vote somebody saw. */
export type OfVote = { voteId: string; revision: number };

/** Why nobody changes a vote, whatever the change is. */
export type ChangeRefusal = Exclude<PolicyRefusal, 'not-found'> | 'vote-unknown' | 'changed-meanwhile';

export type Ways<Refusal extends string> = {
  /** Why a vote that is in this state is not changed this way; null: it is. */
  unfit: (vote: StoredVote) => Refusal | null;
  /** Rules of the database and what to answer when they are broken. */
  refusals?: Record<string, Refusal>;
  /** Milliseconds, for what rightly takes long. */
  patience?: number;
};

/**
 * Changes a vote as somebody who runs votes of its body. Every change is another revision: who announces, counts or takes over a vote saw
 * all of it, and of two at once one is refused.
 */
export async function changingVote<Value, Refusal extends string>(
  { voteId, revision }: OfVote,
  context: Context<SignedIn>,
  { unfit, ...options }: Ways<Refusal>,
  work: (tx: Transaction, vote: StoredVote) => Promise<Outcome<Value, Refusal | ChangeRefusal>>,
): Promise<Outcome<Value, Refusal | ChangeRefusal>> {
  if (!isId(voteId)) return refused('vote-unknown');
  return inTransaction<Value, Refusal | ChangeRefusal, Refusal>(
    context,
    async (tx) => {
      const vote = await lockVote(tx, voteId, 'change');
      if (vote === null) return refused('vote-unknown');
      const allowed = mayRunVotes(context.actor, vote.bodyId);
      if (!allowed.ok) return allowed;
      const why = unfit(vote);
      if (why !== null) return refused(why);
      if (vote.revision !== revision) return refused('changed-meanwhile');
      await tx.vote.update({ where: { id: voteId }, data: { revision: revision + 1 } });
      return work(tx, vote);
    },
    options,
  );
}
