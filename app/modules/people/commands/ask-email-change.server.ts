import { newId } from '#app/kernel/ids.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { freshSignInUntil, type SignedIn } from '../actor.ts';
import { requesterHash } from '../code.server.ts';
import { isSharedInDemo } from '../demo-account.ts';
import { changesPerPerson } from '../email-change.ts';
import { mailEmailCode } from '../jobs.server.ts';
import { normalEmail } from '../person.ts';
import { hasSecondFactor } from '../second-factor.store.server.ts';
import { codeMinutes, codesPerEmail, codesPerRequester, limitMinutes, minutesToWait } from '../sign-in-code.ts';

export type AskEmailChange = {
  email: string;
  /** Network address of who asks. */
  requester: string;
};

export type AskEmailChangeRefusal =
  | 'sign-in-again'
  | 'second-factor-needed'
  | 'demo-account-shared'
  | 'email-same'
  | 'too-many-codes'
  | 'too-many-codes-here';

/**
 * Somebody wants another mail address, soon after signing in. A code goes to the new address, and nothing changes until it comes back.
 * Does exactly the same whether or not the address has an account: whose mailbox it is hears that, and nobody else.
 * Another request takes the place of the one before.
 */
export async function askEmailChange(
  input: AskEmailChange,
  context: Context<SignedIn> & { secret: string },
): Promise<Outcome<void, AskEmailChangeRefusal>> {
  const { actor, now, secret } = context;
  const personId = actor.person.id;
  const newEmail = normalEmail(input.email);
  if (isSharedInDemo(actor)) return refused('demo-account-shared');
  if (freshSignInUntil(actor, now) === null) return refused('sign-in-again');
  const requester = requesterHash(secret, input.requester);
  return inTransaction(context, async (tx) => {
    // requests that come at once are counted one after the other; the same keys as for codes to sign in
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${newEmail}, 1)), pg_advisory_xact_lock(hashtextextended(${requester}, 2))`;
    await tx.$executeRaw`select 1 from person where id = ${personId}::uuid for update`;
    if (!actor.secondFactor && (await hasSecondFactor(tx, personId))) return refused('second-factor-needed');
    const { email: oldEmail } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { email: true } });
    if (oldEmail === newEmail) return refused('email-same');
    const since = { createdAt: { gt: addMinutes(now, -limitMinutes) } };
    const select = { createdAt: true } as const;
    const timesOf = (rows: { createdAt: Date }[]) => rows.map(({ createdAt }) => createdAt);
    const mine = await tx.emailChange.findMany({ where: { personId, ...since }, select });
    const there = [
      ...(await tx.emailChange.findMany({ where: { newEmail, ...since }, select })),
      ...(await tx.signInCode.findMany({ where: { email: newEmail, ...since }, select })),
    ];
    const here = await tx.emailChange.findMany({ where: { requesterHash: requester, ...since }, select });
    const wait = Math.max(
      minutesToWait(timesOf(mine), changesPerPerson, limitMinutes, now),
      minutesToWait(timesOf(there), codesPerEmail, limitMinutes, now),
    );
    if (wait > 0) return refused('too-many-codes', { count: wait });
    const waitHere = minutesToWait(timesOf(here), codesPerRequester, limitMinutes, now);
    if (waitHere > 0) return refused('too-many-codes-here', { count: waitHere });

    await tx.emailChange.updateMany({
      where: { personId, confirmedAt: null, expiresAt: { gt: now } },
      data: { expiresAt: now },
    });
    const id = newId(now.getTime());
    await tx.emailChange.create({
      data: {
        id,
        personId,
        oldEmail,
        newEmail,
        requesterHash: requester,
        createdAt: now,
        expiresAt: addMinutes(now, codeMinutes),
      },
    });
    await enqueue(tx, mailEmailCode, { changeId: id }, `mail-email-code:${id}`);
    return accepted();
  });
}
