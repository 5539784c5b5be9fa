import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { voteMarks } from '#app/modules/people/vote-mark.server.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';

/** What a browser brings beside the account itself. */
export type AccountProof = {
  /** SESSION_SECRET. */
  secret: string;
  /** Whether the identity provider tells ages, so that nobody's word is taken for it. */
  tellsAge: boolean;
  /** The age that the provider said the holder of this session has at least; null: it was not asked. */
  ageAtLeast: number | null;
};

export type AccountRightRefusal = 'identity-needed' | 'age-not-shown' | 'already-voted';

/**
 * Whether an account that has not voted yet may, in a vote that admits accounts. The database keeps the rest: one vote for each account,
 * and only with an identity where the vote asks for it (`vote_identity_needed`).
 */
export async function accountMayVote(
  database: Database | Transaction,
  voteId: string,
  actor: SignedIn,
  { secret, tellsAge, ageAtLeast }: AccountProof,
): Promise<Outcome<void, AccountRightRefusal>> {
  const select = { byIdentity: true, minimumAge: true } as const;
  const { byIdentity, minimumAge } = await database.vote.findUniqueOrThrow({ where: { id: voteId }, select });
  if (byIdentity && actor.identityId === undefined) return refused('identity-needed');
  if (byIdentity && tellsAge && minimumAge > 0 && (ageAtLeast ?? 0) < minimumAge) return refused('age-not-shown');
  const waysIn = await database.person.findUniqueOrThrow({
    where: { id: actor.person.id },
    select: { email: true, identities: { select: { issuer: true, subjectHash: true } } },
  });
  const mark = { in: voteMarks(secret, voteId, waysIn) };
  return (await database.voteMark.count({ where: { voteId, mark } })) === 0 ? accepted() : refused('already-voted');
}
