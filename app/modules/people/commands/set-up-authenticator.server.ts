import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import type { SignedIn } from '../actor.ts';
import { newSealedSecret } from '../authenticator.server.ts';
import { mailSecurityChange } from '../jobs.server.ts';
import {
  countTry,
  forgetTries,
  hasSecondFactor,
  rememberSecondFactor,
  replaceBackupCodes,
  takeAppCode,
} from '../second-factor.store.server.ts';

export type WithSecret = { secret: string };

/**
 * Begins with an authenticator app: makes its secret, which counts once `confirmAuthenticator` saw a first code.
 * Who has a second factor already shows it first, so that a stolen session cannot add one.
 */
export async function beginAuthenticator(
  context: Context<SignedIn> & WithSecret,
): Promise<Outcome<void, 'second-factor-needed' | 'app-exists'>> {
  const { actor, now } = context;
  const personId = actor.person.id;
  return inTransaction(context, async (tx) => {
    await tx.$executeRaw`select 1 from person where id = ${personId}::uuid for update`;
    if (!actor.secondFactor && (await hasSecondFactor(tx, personId))) return refused('second-factor-needed');
    const app = await tx.authenticator.findUnique({ where: { personId } });
    if (app?.confirmedAt) return refused('app-exists');
    // coming back to the page keeps the secret that was scanned already
    if (app === null) {
      await tx.authenticator.create({
        data: { personId, sealedSecret: newSealedSecret(context.secret), createdAt: now },
      });
    }
    return accepted();
  });
}

export type ConfirmAuthenticatorRefusal = 'second-factor-needed' | 'app-code-wrong' | 'too-many-tries' | 'app-unknown';

/** Confirms the app with its first code. @returns the backup codes, which are shown this once */
export async function confirmAuthenticator(
  input: { code: string },
  context: Context<SignedIn> & WithSecret,
): Promise<Outcome<string[], ConfirmAuthenticatorRefusal>> {
  const { actor, database, now, secret } = context;
  const personId = actor.person.id;
  if (!actor.secondFactor && (await hasSecondFactor(database, personId))) return refused('second-factor-needed');
  if ((await database.authenticator.count({ where: { personId, confirmedAt: null } })) === 0)
    return refused('app-unknown');
  const wait = await countTry(database, personId, now);
  if (wait > 0) return refused('too-many-tries', { count: wait });
  return inTransaction(context, async (tx) => {
    if (!(await takeAppCode(tx, { personId, code: input.code, now, secret, confirmed: false })))
      return refused('app-code-wrong');
    await forgetTries(tx, personId);
    await rememberSecondFactor(tx, actor.sessionId, now);
    await enqueue(
      tx,
      mailSecurityChange,
      { personId, change: 'app-added' },
      `mail-security-change:${personId}:app:${now.toISOString()}`,
    );
    return accepted(await replaceBackupCodes(tx, { personId, now, secret }));
  });
}

/** Makes new backup codes; the old ones stop working. @returns the new ones, which are shown this once */
export async function renewBackupCodes(
  context: Context<SignedIn> & WithSecret,
): Promise<Outcome<string[], 'second-factor-needed' | 'no-second-factor'>> {
  const { actor, now, secret } = context;
  const personId = actor.person.id;
  if (!actor.secondFactor) return refused('second-factor-needed');
  return inTransaction(context, async (tx) => {
    if (!(await hasSecondFactor(tx, personId))) return refused('no-second-factor');
    return accepted(await replaceBackupCodes(tx, { personId, now, secret }));
  });
}
