import { cents } from '#app/kernel/money.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import type { CountedGift } from './counting.ts';

/** Paid gifts to a purpose with what the ledger counts of them (`gift_booked`), those that are all counted left out. */
export async function giftsToCount(tx: Transaction, purposeId: string): Promise<CountedGift[]> {
  const rows = await tx.$queryRaw<
    { id: string; amount: bigint; gone: bigint; counted_in: bigint; counted_gone: bigint }[]
  >`
    select * from (
      select id, amount_cents::bigint as amount, (fee_cents + refunded_cents + disputed_cents)::bigint as gone,
        gift_booked(id, 'gift') as counted_in, gift_booked(id, 'less') - gift_booked(id, 'again') as counted_gone, begun_at
      from gift where purpose_id = ${purposeId}::uuid and state = 'paid') g
    where amount <> counted_in or gone <> counted_gone
    order by begun_at, id`;
  return rows.map((row) => ({
    id: row.id,
    amount: cents(row.amount),
    gone: cents(row.gone),
    countedIn: cents(row.counted_in),
    countedGone: Number(row.counted_gone),
  }));
}
