import { z } from 'zod';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { entryKinds, type PublicEntryKind } from '#app/modules/ledger/entry.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import { cents, day, field } from '../fields.ts';
import { defineDataset } from '../queries/dataset.query.server.ts';

/** Kinds that a batch of payments to volunteers posts are nobody's business. */
const publicKinds = entryKinds.filter(
  (kind): kind is PublicEntryKind => !['payable', 'settlement', 'rejection', 'bounce'].includes(kind),
);

const row = z.strictObject({
  key: field(z.string(), 'Sleutel: volgnummer in het grootboek en fonds.', 'Key: number in the ledger and fund.'),
  sequence: field(z.string(), 'Volgnummer in het grootboek.', 'Number in the ledger.'),
  fund: field(z.string(), 'Fonds: sleutel in budget-lines.', 'Fund: key in budget-lines.'),
  kind: field(z.enum(publicKinds), 'Soort boeking.', 'Kind of entry.'),
  occurredOn: field(day, 'Dag waarop het geld hoort.', 'Day to which the money belongs.'),
  decision: field(z.string().nullable(), 'Bij welk besluit.', 'Of which decision.'),
  smallSpending: field(z.string().nullable(), 'Bij welke kleine uitgave.', 'Of which small spending.'),
  change: field(z.string().nullable(), 'Bij welke wijziging.', 'Of which budget change.'),
  availableChangeCents: field(
    cents,
    'Erbij of eraf bij wat beschikbaar is.',
    'Added to or taken from what is available.',
  ),
  committedChangeCents: field(cents, 'Erbij of eraf bij wat is toegezegd.', 'Added to or taken from what is promised.'),
  paidChangeCents: field(cents, 'Erbij bij wat is betaald.', 'Added to what was paid.'),
});

type EntryRow = {
  key: string;
  sequence: bigint;
  fund: string;
  kind: string;
  occurred_at: Date;
  decision: string | null;
  spending: string | null;
  change: string | null;
  available: bigint;
  committed: bigint;
  paid: bigint;
};

export const ledgerEntries = defineDataset({
  slug: 'ledger-entries',
  title: { nl: 'Grootboek', en: 'Ledger' },
  description: {
    nl: 'Elke boeking op een fonds. Wat vrijwilligers krijgen telt als toegezegd geld; afzonderlijke uitbetalingen staan er niet in.',
    en: 'Every entry of a fund. What volunteers get counts as promised money; single payments to them are left out.',
  },
  row,
  key: 'key',
  hasChanges: true,
  keys: Prisma.sql`
    select e.sequence::text || '-' || f.slug as key, max(e.recorded_at) as changed_at
      from ledger_entry e
        join posting p on p.entry_id = e.id
        join fund f on p.account_id in (f.available_account_id, f.committed_account_id, f.paid_account_id)
      where e.batch_id is null group by e.sequence, f.slug`,
  rows: async (database, keys) => {
    const found = await database.$queryRaw<EntryRow[]>`
      select e.sequence::text || '-' || f.slug as key, e.sequence, f.slug as fund, e.kind, e.occurred_at,
          d.number as decision, k.number as spending, c.number as change,
          coalesce(sum(p.amount_cents) filter (where p.account_id = f.available_account_id), 0)::bigint as available,
          coalesce(sum(p.amount_cents) filter (where p.account_id = f.committed_account_id), 0)::bigint as committed,
          coalesce(sum(p.amount_cents) filter (where p.account_id = f.paid_account_id), 0)::bigint as paid
        from ledger_entry e
          join posting p on p.entry_id = e.id
          join fund f on p.account_id in (f.available_account_id, f.committed_account_id, f.paid_account_id)
          left join decision d on d.id = e.decision_id and d.state = 'confirmed'
          left join small_spending k on k.id = e.spending_id and k.state = 'confirmed'
          left join budget_change c on c.id = e.change_id
        where e.batch_id is null and e.sequence = any(${keys.map(sequenceOf)}::bigint[])
        group by e.id, f.id, d.id, k.id, c.id`;
    const wanted = new Set(keys);
    return found
      .filter(({ key }) => wanted.has(key))
      .map((one) => ({
        key: one.key,
        sequence: String(one.sequence),
        fund: one.fund,
        kind: one.kind as PublicEntryKind,
        occurredOn: dayInAmsterdam(one.occurred_at),
        decision: one.decision,
        smallSpending: one.spending,
        change: one.change,
        availableChangeCents: Number(one.available),
        committedChangeCents: Number(one.committed),
        paidChangeCents: Number(one.paid),
      }));
  },
});

const sequenceOf = (key: string) => BigInt(/^\d{1,18}/.exec(key)?.[0] ?? 0);
