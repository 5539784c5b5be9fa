import type { Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';

export type PayerAccountView = { holder: string; iban: string; bic: string; addedAt: Instant };

/** From where the programme pays now; null: nobody filled that in yet. An account of an organisation, so nothing private. */
export async function payerAccount(database: Database): Promise<PayerAccountView | null> {
  return database.payerAccount.findFirst({
    orderBy: { sequence: 'desc' },
    select: { holder: true, iban: true, bic: true, addedAt: true },
  });
}
