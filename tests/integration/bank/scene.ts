import { randomBytes } from 'node:crypto';
import { composeIBAN } from 'ibantools';
import { newId } from '#app/kernel/ids.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { saveAccount } from '#app/modules/bank/commands/save-account.server.ts';
import type { Context, Database } from '#app/platform/database.server.ts';
import type { SealingKeys } from '#app/platform/sealing.server.ts';
import { testNow } from '#tests/factories/index.ts';

export const keys: SealingKeys = [{ id: '1', key: randomBytes(32) }];

/** A number of a bank that does not exist, which is right in every other way. */
export function ibanOf(account: number): string {
  return composeIBAN({ countryCode: 'NL', bban: `WIJK${String(account).padStart(10, '0')}` }) ?? '';
}

/** Somebody who signed in this instant, or so many minutes ago. */
export function freshly(
  database: Database,
  personId: string,
  { now = testNow, minutesAgo = 0 }: { now?: Date; minutesAgo?: number } = {},
): Context<SignedIn> & { keys: SealingKeys } {
  return {
    database,
    now,
    keys,
    actor: {
      person: { id: personId, email: 'somebody@wijkbeurs.example', name: 'Iemand', locale: 'nl' },
      sessionId: null,
      signedInAt: new Date(now.getTime() - minutesAgo * 60_000),
      roles: [],
      organisations: [],
      secondFactor: true,
      demo: false,
    },
  };
}

/** Saves an account. @returns its id */
export async function haveAccount(
  database: Database,
  personId: string,
  { iban = ibanOf(1), holder = 'J. de Vries', replaces = null as string | null, now = testNow } = {},
): Promise<string> {
  const saved = await saveAccount(
    { iban, holder, replaces, formKey: newId(now.getTime()) },
    freshly(database, personId, { now }),
  );
  if (!saved.ok) throw new Error(saved.reason);
  return saved.value.accountId;
}
