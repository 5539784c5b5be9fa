import type { Instant } from '#app/kernel/instant.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { inTransaction, type Database } from '#app/platform/database.server.ts';
import { demoEmail, isDemoAccount, type DemoAccount } from '../demo-account.ts';
import { startSession } from '../session.store.server.ts';

export type SignInDemo = { account: string; userAgent: string; previousToken: string | null };

/**
 * Signs in as one of the invented people of demo mode, without a code.
 * @param context `demo` tells whether this is demo mode: outside it nobody enters this way, whatever is posted
 */
export async function signInDemo(
  input: SignInDemo,
  context: { database: Database; now: Instant; demo: boolean },
): Promise<Outcome<{ account: DemoAccount; token: string }, 'demo-account-unknown'>> {
  const { account, ...browser } = input;
  if (!context.demo || !isDemoAccount(account)) return refused('demo-account-unknown');
  const email = demoEmail(account);
  return inTransaction(context, async (tx) => {
    const person = await tx.person.findUnique({ where: { email }, select: { id: true } });
    if (person === null) return refused('demo-account-unknown');
    const token = await startSession(tx, { ...browser, personId: person.id, now: context.now });
    return accepted({ account, token });
  });
}
