import { isId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { inTransaction, type Database } from '#app/platform/database.server.ts';
import { isSameText } from '#app/platform/secret.server.ts';
import type { Locale } from '../actor.ts';
import { codeOf } from '../code.server.ts';
import { normalEmail } from '../person.ts';
import { startSession } from '../session.store.server.ts';
import { normalCode, triesPerCode } from '../sign-in-code.ts';
import { createPerson } from './create-person.server.ts';

export type SignIn = {
  /** What `requestCode` gave. */
  codeId: string;
  email: string;
  code: string;
  userAgent: string;
  previousToken: string | null;
};

export type SignInRefusal = 'code-wrong' | 'code-expired' | 'code-used' | 'code-tried-too-often' | 'code-unknown';

type CodeRow = { id: string; email: string; locale: Locale; tries: number };

/**
 * Signs in with a mailed code; the first time that makes the account.
 * @returns token for the cookie, and whether the account is new
 */
export async function signIn(
  input: SignIn,
  context: { database: Database; now: Instant; secret: string },
): Promise<Outcome<{ token: string; personId: string; locale: Locale; isNew: boolean }, SignInRefusal>> {
  const { database, now } = context;
  if (!isId(input.codeId)) return refused('code-unknown');
  // The try is counted first and stays counted, whatever happens next: many guesses at once gain nothing.
  const [row] = await database.$queryRaw<CodeRow[]>`
    update sign_in_code set tries = tries + 1
    where id = ${input.codeId}::uuid and email = ${normalEmail(input.email)}
      and used_at is null and expires_at > ${now} and tries < ${triesPerCode}
    returning id, email, locale, tries`;
  if (!row) return whyNot(input, context);
  if (!isSameText(normalCode(input.code), codeOf(context.secret, row))) {
    const left = triesPerCode - row.tries;
    return left > 0 ? refused('code-wrong', { count: left }) : refused('code-tried-too-often');
  }
  return inTransaction(context, async (tx) => {
    const taken = await tx.signInCode.updateMany({ where: { id: row.id, usedAt: null }, data: { usedAt: now } });
    if (taken.count === 0) return refused('code-used');
    const { personId, locale, isNew } = await createPerson(tx, { email: row.email, name: '', locale: row.locale, now });
    const token = await startSession(tx, {
      personId,
      userAgent: input.userAgent,
      previousToken: input.previousToken,
      now,
    });
    return accepted({ token, personId, locale, isNew });
  });
}

async function whyNot(
  input: SignIn,
  context: { database: Database; now: Instant },
): Promise<Outcome<never, SignInRefusal>> {
  const row = await context.database.signInCode.findFirst({
    where: { id: input.codeId, email: normalEmail(input.email) },
  });
  if (row === null) return refused('code-unknown');
  if (row.usedAt !== null) return refused('code-used');
  if (row.expiresAt <= context.now) return refused('code-expired');
  return refused('code-tried-too-often');
}
