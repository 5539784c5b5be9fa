import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import type { SignedIn } from '../actor.ts';
import { normalCode } from '../sign-in-code.ts';
import {
  countTry,
  forgetTries,
  hasSecondFactor,
  rememberSecondFactor,
  takeAppCode,
  takeBackupCode,
} from '../second-factor.store.server.ts';

export type ShowSecondFactorRefusal = 'second-factor-code-wrong' | 'too-many-tries' | 'no-second-factor';

/** Shows the second factor with a code of the app, or with a backup code; the session remembers it for a working day. */
export async function showSecondFactor(
  input: { code: string },
  context: Context<SignedIn> & { secret: string },
): Promise<Outcome<void, ShowSecondFactorRefusal>> {
  const { actor, database, now, secret } = context;
  const personId = actor.person.id;
  if (!(await hasSecondFactor(database, personId))) return refused('no-second-factor');
  const wait = await countTry(database, personId, now);
  if (wait > 0) return refused('too-many-tries', { count: wait });
  return inTransaction(context, async (tx) => {
    const isAppCode = /^\d{6}$/.test(normalCode(input.code));
    const taken = isAppCode
      ? await takeAppCode(tx, { personId, code: input.code, now, secret, confirmed: true })
      : await takeBackupCode(tx, { personId, code: input.code, now, secret });
    if (!taken) return refused('second-factor-code-wrong');
    await forgetTries(tx, personId);
    await rememberSecondFactor(tx, actor.sessionId, now);
    return accepted();
  });
}
