import type { Instant } from '#app/kernel/instant.ts';
import { cents } from '#app/kernel/money.ts';
import type { DonorDisplay, DonorKind } from '#app/modules/donutfonds/call.ts';
import { listDonor, unlistDonor } from '#app/modules/donutfonds/commands/list-donor.server.ts';
import type { Database } from '#app/platform/database.server.ts';

/** Rows at once; the rest follows at the next run. */
const most = 500;

/**
 * Brings the list of who gave to the donutfonds in line with the gifts: those of an approved pledge are on it, those that went back as
 * a whole are not. Each in a transaction of its own, so that one that cannot be listed keeps no other.
 * @returns how many were listed or taken off
 */
export async function listGivers(database: Database, now: Instant): Promise<number> {
  const toList = await database.$queryRaw<{ gift: string; change: string }[]>`
    select g.id as gift, b.change_id as change from gift_booking b
      join gift g on g.id = b.gift_id join gift_purpose p on p.id = g.purpose_id
      join budget_change c on c.id = b.change_id
    where b.what = 'gift' and c.state = 'approved' and p.body_id is null
      and g.refunded_cents + g.disputed_cents < g.amount_cents and not exists (select 1 from donor d where d.id = g.id)
      and not exists (select 1 from ledger_entry e join ledger_entry undone on undone.corrects_id = e.id where e.change_id = c.id)
    limit ${most}`;
  for (const { gift, change } of toList)
    await database.$transaction(async (tx) => {
      const row = await tx.gift.findUniqueOrThrow({ where: { id: gift } });
      const { proposerId } = await tx.budgetChange.findUniqueOrThrow({ where: { id: change } });
      await listDonor(tx, {
        id: gift,
        pledgeId: change,
        kind: row.kind as DonorKind,
        display: row.display as DonorDisplay,
        name: row.name,
        amount: cents(row.amountCents),
        showAmount: row.showAmount,
        writtenById: proposerId,
        at: now,
      });
    });
  const gone = await database.$queryRaw<{ id: string }[]>`
    select g.id from gift g join donor d on d.id = g.id where g.refunded_cents + g.disputed_cents >= g.amount_cents limit ${most}`;
  await database.$transaction(async (tx) => {
    for (const { id } of gone) await unlistDonor(tx, id);
  });
  return toList.length + gone.length;
}
