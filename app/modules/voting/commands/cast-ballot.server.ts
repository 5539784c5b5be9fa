import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { isSignedIn, type Actor } from '#app/modules/people/actor.ts';
import { inOneStatement, type Context } from '#app/platform/database.server.ts';
import { accountMayVote, type AccountProof, type AccountRightRefusal } from '../account-right.store.server.ts';
import { checkBallot, type BallotRefusal } from '../ballot.ts';
import { ballotRules, type BallotRules } from '../ballot-rules.store.server.ts';
import { ballotKeyOf, checkCodeOf, rightHashOf } from '../code.server.ts';

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
 * Casts a ballot, or changes it: using the right and writing the ballot are one transaction (`cast_ballot`), and whoever posts it twice
 * gets the same answer twice. Nothing that is written says which right a ballot came with.
 */
export async function castBallot(
  { voteId, choices, by }: { voteId: string; choices: readonly number[]; by: CastBy },
  context: Context<Actor>,
): Promise<Outcome<Cast, CastRefusal>> {
  if (!isId(voteId)) return refused('vote-unknown');
  const vote = await ballotRules(context.database, voteId);
  if (vote === null) return refused('vote-unknown');
  const checked = checkBallot(vote, vote.projects, choices);
  if (!checked.ok) return checked;
  const key = ballotKeyOf(vote.salt, by.right === 'code' ? by.code : by.ballotCode);
  const right = by.right === 'code' ? codeRight(vote, by.code) : await personRight(vote, by, context);
  if (!right.ok) return right;
  const { code, personId, areaCode } = right.value;
  return inOneStatement<Cast, CastRefusal, CastRefusal>(
    async () => {
      const [row] = await context.database.$queryRaw<{ came: string }[]>`
        select cast_ballot(${voteId}::uuid, ${key}, ${checked.value}::int[], ${context.now}, ${code}, ${personId}::uuid, ${areaCode}) as came`;
      const came = row?.came as 'cast' | 'changed' | 'vote-not-open' | 'code-unknown' | 'already-voted';
      if (came !== 'cast' && came !== 'changed') return refused(came);
      return accepted({ checkCode: checkCodeOf(key), isChange: came === 'changed' });
    },
    { refusals },
  );
}

/** What the database uses: a code by its hash, or a person in an area. */
type Right = { code: string | null; personId: string | null; areaCode: string | null };

function codeRight({ salt }: BallotRules, code: string): Outcome<Right, CastRefusal> {
  return accepted({ code: rightHashOf(salt, code), personId: null, areaCode: null });
}

async function personRight(
  { id: voteId, byAccount }: BallotRules,
  { areaCode, saysOldEnough, proof }: ByAccount,
  { actor, database }: Context<Actor>,
): Promise<Outcome<Right, CastRefusal>> {
  if (!isSignedIn(actor)) return refused('sign-in-needed');
  if (!byAccount) return refused('accounts-not-admitted');
  const personId = actor.person.id;
  const hasVoted = (await database.voteRight.count({ where: { voteId, personId } })) === 1;
  if (!hasVoted) {
    if (!saysOldEnough) return refused('statement-missing');
    const allowed = await accountMayVote(database, voteId, actor, proof);
    if (!allowed.ok) return allowed;
  }
  return accepted({ code: null, personId, areaCode });
}
