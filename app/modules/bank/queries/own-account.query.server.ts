import type { Database } from '#app/platform/database.server.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { runningAccount } from '../bank-account.store.server.ts';
import { lookWords } from '../look.ts';
import type { OwnAccount, OwnAccountView } from '../own-account-view.ts';

/** The actor's account now, masked. */
export async function ownAccount(database: Database, actor: SignedIn): Promise<OwnAccount | null> {
  return runningAccount(database, actor.person.id);
}

/** Looks that the page tells; of more than these the oldest are left out. */
const mostLooks = 200;

/** The actor's account, and who saw it or an earlier one, newest first. */
export async function ownAccountView(database: Database, actor: SignedIn): Promise<OwnAccountView> {
  const [account, looks] = await Promise.all([
    ownAccount(database, actor),
    database.bankAccountLook.findMany({
      where: { account: { personId: actor.person.id } },
      orderBy: [{ lookedAt: 'desc' }, { id: 'desc' }],
      take: mostLooks,
      select: { lookedAt: true, reason: true, account: { select: { lastFour: true } } },
    }),
  ]);
  return {
    account,
    looks: looks.map(({ lookedAt, reason, account: { lastFour } }) => ({
      ...lookWords(reason),
      at: lookedAt,
      lastFour,
    })),
  };
}
