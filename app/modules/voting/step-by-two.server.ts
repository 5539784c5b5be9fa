import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { Context, Transaction } from '#app/platform/database.server.ts';
import { changingVote, type ChangeRefusal, type OfVote, type Ways } from './changing-vote.server.ts';
import { interestInVote, type StoredVote } from './vote.store.server.ts';

type Own = 'interest-in-vote' | 'move-impossible';

type Rows<Said, Value, Refusal extends string> = {
  /** Keeps what is proposed. */
  propose: (
    tx: Transaction,
    vote: StoredVote,
    said: Said,
    context: Context<SignedIn>,
  ) => Promise<Outcome<void, Refusal>>;
  /** Confirms what waits; how many rows that were. */
  confirm: (tx: Transaction, vote: StoredVote, context: Context<SignedIn>) => Promise<{ count: number }>;
  /** What follows in the same transaction. */
  confirmed: (tx: Transaction, vote: StoredVote, context: Context<SignedIn>) => Promise<Outcome<Value, Refusal>>;
  /** Removes what waits; how many rows that were. */
  drop: (tx: Transaction, vote: StoredVote) => Promise<{ count: number }>;
};

/**
 * What one person who runs votes of a body proposes and another confirms, both without an interest in what can be chosen: annulling a
 * count, cancelling a vote, the order of a lot. Anybody of them drops it, who proposed it too. That it takes two stands in the database.
 */
export function stepByTwo<Said, Value, Refusal extends string>(
  ways: Ways<Refusal | Own>,
  rows: Rows<Said, Value, Refusal | Own>,
) {
  type Done<Result> = Promise<Outcome<Result, Refusal | Own | ChangeRefusal>>;
  const changing = async <Result>(
    input: OfVote,
    context: Context<SignedIn>,
    work: (tx: Transaction, vote: StoredVote) => Promise<Outcome<Result, Refusal | Own>>,
  ): Done<Result> =>
    changingVote<Result, Refusal | Own>(input, context, ways, async (tx, vote) =>
      (await interestInVote(tx, context.actor.person.id, vote.id)) === null
        ? work(tx, vote)
        : refused('interest-in-vote'),
    );
  return {
    propose: async (input: OfVote & Said, context: Context<SignedIn>): Done<void> =>
      changing<void>(input, context, async (tx, vote) => rows.propose(tx, vote, input, context)),
    confirm: async (input: OfVote, context: Context<SignedIn>): Done<Value> =>
      changing<Value>(input, context, async (tx, vote) => {
        const { count } = await rows.confirm(tx, vote, context);
        return count === 0 ? refused('move-impossible') : rows.confirmed(tx, vote, context);
      }),
    drop: async (input: OfVote, context: Context<SignedIn>): Done<void> =>
      changing<void>(input, context, async (tx, vote) => {
        const { count } = await rows.drop(tx, vote);
        return count === 0 ? refused('move-impossible') : accepted();
      }),
  };
}
