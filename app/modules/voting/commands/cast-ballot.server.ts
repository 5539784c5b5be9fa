import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { isSignedIn, type Actor } from '#app/modules/people/actor.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { accountMayVote, type AccountProof, type AccountRightRefusal } from '../account-right.store.server.ts';
import { checkBallot, type BallotRefusal } from '../ballot.ts';
import { ballotKeyOf, checkCodeOf, rightHashOf } from '../code.server.ts';
import { choosable, lockVote, type StoredVote } from '../vote.store.server.ts';

type ByAccount = {
  right: 'account';
  ballotCode: string;
  areaCode: string;
  saysOldEnough: boolean;
  proof: AccountProof;
};

/** By what somebody votes. The ballot code of a code is that code; of an account one by chance, which only the voter has. */
export type CastBy = { right: 'code'; code: string } | ByAccount;

export type CastRefusal =
  | BallotRefusal
  | AccountRightRefusal
  | 'vote-unknown'
  | 'vote-not-open'
  | 'code-unknown'
  | 'sign-in-needed'
  | 'accounts-not-admitted'
  | 'area-unknown'
  | 'statement-missing';

const refusals = {
  vote_not_open: 'vote-not-open',
  vote_account_gone: 'sign-in-needed',
  vote_identity_needed: 'identity-needed',
  vote_area_of_vote: 'area-unknown',
  vote_ballot_choices: 'choice-unknown',
  vote_ballot_at_most: 'too-many-chosen',
  vote_ballot_within_budget: 'over-budget',
} as const satisfies Record<string, CastRefusal>;

export type Cast = {
  /** By which the voter finds the ballot in the published list. */
  checkCode: string;
  /** The same ballot was there already, with these or other choices. */
  isChange: boolean;
};

/**
 * Casts a ballot, or changes it: using the right and writing the ballot are one transaction, and whoever posts it twice gets the same
 * answer twice. Nothing that is written says which right a ballot came with.
 */
export async function castBallot(
  { voteId, choices, by }: { voteId: string; choices: readonly number[]; by: CastBy },
  context: Context<Actor>,
): Promise<Outcome<Cast, CastRefusal>> {
  if (!isId(voteId)) return refused('vote-unknown');
  return inTransaction<Cast, CastRefusal, CastRefusal>(
    context,
    async (tx) => {
      const vote = await lockVote(tx, voteId, 'cast');
      if (vote === null || vote.state === 'draft') return refused('vote-unknown');
      if (vote.state !== 'open' || vote.closesAt <= context.now) return refused('vote-not-open');
      const checked = checkBallot(vote, await choosable(tx, voteId), choices);
      if (!checked.ok) return checked;
      const key = ballotKeyOf(vote.salt, by.right === 'code' ? by.code : by.ballotCode);
      const used = by.right === 'code' ? await useCode(tx, vote, by.code) : await usePerson(tx, vote, by, context);
      if (!used.ok) return used;
      const there = await tx.voteBallot.count({ where: { voteId, key } });
      if (used.value === 'before') {
        // the right was used: this is the same voter when the ballot is theirs, by a code that nobody else has
        if (there === 0) return refused('already-voted');
        await tx.voteBallot.update({ where: { voteId_key: { voteId, key } }, data: { choices: checked.value } });
      } else await tx.voteBallot.create({ data: { voteId, key, choices: checked.value } });
      return accepted({ checkCode: checkCodeOf(key), isChange: used.value === 'before' });
    },
    { refusals },
  );
}

type Used = Outcome<'now' | 'before', CastRefusal>;

async function useCode(tx: Transaction, { id: voteId, salt }: StoredVote, code: string): Promise<Used> {
  const codeHash = rightHashOf(salt, code);
  const { count } = await tx.voteRight.updateMany({
    where: { voteId, codeHash, isUsed: false },
    data: { isUsed: true },
  });
  if (count === 1) return accepted('now');
  if ((await tx.voteRight.count({ where: { voteId, codeHash } })) === 1) return accepted('before');
  // the ballot code that somebody with an account got on the receipt, typed on another phone
  const key = ballotKeyOf(salt, code);
  return (await tx.voteBallot.count({ where: { voteId, key } })) === 1 ? accepted('before') : refused('code-unknown');
}

async function usePerson(
  tx: Transaction,
  { id: voteId, byAccount }: StoredVote,
  { areaCode, saysOldEnough, proof }: ByAccount,
  { actor }: Context<Actor>,
): Promise<Used> {
  if (!isSignedIn(actor)) return refused('sign-in-needed');
  if (!byAccount) return refused('accounts-not-admitted');
  const personId = actor.person.id;
  if ((await tx.voteRight.count({ where: { voteId, personId } })) === 1) return accepted('before');
  if (!saysOldEnough) return refused('statement-missing');
  const allowed = await accountMayVote(tx, voteId, actor, proof);
  if (!allowed.ok) return allowed;
  // at the same moment on two phones: the second waits here for the first, and finds it done
  const { count } = await tx.voteRight.createMany({
    data: [{ voteId, areaCode, personId, isUsed: true }],
    skipDuplicates: true,
  });
  return accepted(count === 1 ? 'now' : 'before');
}
