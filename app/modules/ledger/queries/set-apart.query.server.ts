import { cents, type Cents } from '#app/kernel/money.ts';
import type { Database } from '#app/platform/database.server.ts';

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
