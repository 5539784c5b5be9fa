import { cents, type Cents } from '#app/kernel/money.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { Remember } from '#app/platform/remember.server.ts';

/** What votes of residents set apart now, of all funds: remembered until a fund changes. */
export async function setApartInAll(remember: Remember): Promise<Cents> {
  return (await remember('set apart for votes', async (reading) => ({ amount: await setApart(reading) }))).amount;
}

/**
 * What votes of residents set apart now.
 * @param body slug of the only body whose funds are meant
 */
export async function setApart(database: Database, body?: string): Promise<Cents> {
  const { _sum: sum } = await database.ledgerAccount.aggregate({
    where: body === undefined ? { reservedCents: { gt: 0 } } : { availableOf: { body: { slug: body } } },
    _sum: { reservedCents: true },
  });
  return cents(sum.reservedCents ?? 0n);
}
