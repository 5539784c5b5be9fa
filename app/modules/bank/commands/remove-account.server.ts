import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { mailAccountChange } from '../jobs.server.ts';

/**
 * Somebody takes their account away: it ends, and they are not paid until there is another one. Taking it away sends no money
 * anywhere, so it asks for no fresh sign-in. One that ended already stays as it is.
 */
export async function removeAccount(
  { accountId }: { accountId: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, 'account-unknown'>> {
  const { actor, now } = context;
  const personId = actor.person.id;
  if (!isId(accountId)) return refused('account-unknown');
  return inTransaction(context, async (tx) => {
    await holdKey(tx, `bank-account:${personId}`);
    const account = await tx.bankAccount.findFirst({ where: { id: accountId, personId }, select: { endedAt: true } });
    if (account === null) return refused('account-unknown');
    if (account.endedAt !== null) return accepted();
    await tx.bankAccount.update({ where: { id: accountId }, data: { endedAt: now } });
    const key = `mail-account-change:removed:${accountId}`;
    await enqueue(tx, mailAccountChange, { accountId, change: 'removed', before: null }, key);
    return accepted();
  });
}
