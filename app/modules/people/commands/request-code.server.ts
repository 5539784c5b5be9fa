import { newId } from '#app/kernel/ids.ts';
import { addMinutes, type Instant } from '#app/kernel/instant.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { inTransaction, type Database } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import type { Locale } from '../actor.ts';
import { requesterHash } from '../code.server.ts';
import { mailSignInCode } from '../jobs.server.ts';
import { normalEmail } from '../person.ts';
import { codeMinutes, codesPerEmail, codesPerRequester, limitMinutes, minutesToWait } from '../sign-in-code.ts';

export type RequestCode = {
  email: string;
  /** Language of the mail. */
  locale: Locale;
  /** Network address of who asks. */
  requester: string;
};

export type RequestCodeRefusal = 'too-many-codes' | 'too-many-codes-here';

/**
 * Mails a code to sign in with. Does exactly the same whether or not anybody has this address.
 * @returns the id of the request, which the browser keeps until the code comes back
 */
export async function requestCode(
  input: RequestCode,
  context: { database: Database; now: Instant; secret: string },
): Promise<Outcome<string, RequestCodeRefusal>> {
  const { now } = context;
  const email = normalEmail(input.email);
  const requester = requesterHash(context.secret, input.requester);
  return inTransaction(context, async (tx) => {
    // requests that come at once are counted one after the other
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${email}, 1)), pg_advisory_xact_lock(hashtextextended(${requester}, 2))`;
    await tx.signInCode.deleteMany({ where: { createdAt: { lt: addMinutes(now, -24 * 60) } } });
    const since = { gt: addMinutes(now, -limitMinutes) };
    const forEmail = await tx.signInCode.findMany({ where: { email, createdAt: since }, select: { createdAt: true } });
    const fromHere = await tx.signInCode.findMany({
      where: { requesterHash: requester, createdAt: since },
      select: { createdAt: true },
    });
    const times = (rows: { createdAt: Date }[]) => rows.map((row) => row.createdAt);
    const waitForEmail = minutesToWait(times(forEmail), codesPerEmail, limitMinutes, now);
    if (waitForEmail > 0) return refused('too-many-codes', { count: waitForEmail });
    const waitHere = minutesToWait(times(fromHere), codesPerRequester, limitMinutes, now);
    if (waitHere > 0) return refused('too-many-codes-here', { count: waitHere });

    const id = newId(now.getTime());
    await tx.signInCode.create({
      data: {
        id,
        email,
        requesterHash: requester,
        locale: input.locale,
        createdAt: now,
        expiresAt: addMinutes(now, codeMinutes),
      },
    });
    await enqueue(tx, mailSignInCode, { codeId: id }, `mail-sign-in-code:${id}`);
    return accepted(id);
  });
}
