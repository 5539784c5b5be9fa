import type { Instant } from '#app/kernel/instant.ts';
import { cents, type Cents } from '#app/kernel/money.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { PublicEntryKind } from '../entry.ts';
import { fundSelect, fundView, type FundView } from './fund-list.query.server.ts';

/** One entry of a fund, with what was left, promised and paid after it. Who wrote it is not public. */
export type FundEntryView = {
  id: string;
  kind: PublicEntryKind;
  occurredAt: Instant;
  description: string;
  /** Published decision that the money was promised by. */
  decision: { number: string; title: string } | null;
  /** Number of the change of budgets that it carries out, in the public register. */
  change: string | null;
  /** Number of the change that undid it. */
  correctedBy: string | null;
  /** Small spending of a wijkalliantie that the money was promised by. */
  spending: { number: string; what: string } | null;
  /** What was added to what is available, promised and paid; negative: taken from it. */
  availableChange: Cents;
  committedChange: Cents;
  paidChange: Cents;
  availableAfter: Cents;
  committedAfter: Cents;
  paidAfter: Cents;
};

export type FundPageView = {
  fund: FundView & { source: { slug: string; name: string; nameEn: string }; label: string };
  /** The newest first. */
  entries: FundEntryView[];
  /** Entries older than this sequence come next; null when these are the oldest. */
  olderThan: string | null;
};

const fundPageSize = 25;

/**
 * A fund with a page of its ledger, in the order in which it was written: the newest first, so that the first page takes as
 * long with a hundred entries as with a hundred thousand. Balances after each entry are summed in the database.
 * @param before shows what is older than this sequence; null: from the newest on
 * @returns null when no fund has this slug
 */
export async function fundPage(
  database: Database,
  slug: string,
  { before = null, size = fundPageSize }: { before?: bigint | null; size?: number } = {},
): Promise<FundPageView | null> {
  const row = await database.fund.findUnique({
    where: { slug },
    select: {
      ...fundSelect,
      label: true,
      moneySource: { select: { slug: true, name: true, nameEn: true } },
      availableAccountId: true,
      committedAccountId: true,
      paidAccountId: true,
      payableAccountId: true,
      settledAccountId: true,
    },
  });
  if (row === null) return null;
  const { availableAccountId, committedAccountId, paidAccountId, payableAccountId, settledAccountId, ...shown } = row;
  const { moneySource, label, ...fund } = shown;
  const accounts: Accounts = {
    available: availableAccountId,
    committed: committedAccountId,
    paid: paidAccountId,
    toVolunteers: [payableAccountId, settledAccountId],
  };
  const found = await entriesOf(database, accounts, before, size + 1);
  const entries = found.slice(0, size);
  return {
    fund: { ...fundView(fund), source: moneySource, label },
    entries: entries.map(entryView),
    olderThan: found.length > size ? String(entries.at(-1)?.sequence) : null,
  };
}

/** The place in a fund's ledger that an address names; null for anything that cannot be one. */
export function readSequence(text: string | null): bigint | null {
  return text !== null && /^[1-9]\d{0,17}$/.test(text) ? BigInt(text) : null;
}

type EntryRow = {
  id: string;
  sequence: bigint;
  kind: string;
  occurred_at: Date;
  description: string;
  number: string | null;
  title: string | null;
  change_number: string | null;
  corrected_by: string | null;
  spending_number: string | null;
  spending_what: string | null;
  available: bigint;
  committed: bigint;
  paid: bigint;
  available_after: bigint;
  committed_after: bigint;
  paid_after: bigint;
};

type Accounts = { available: string; committed: string; paid: string; toVolunteers: readonly string[] };

/**
 * Each account gives its newest lines from the index; those of one entry are one row. A balance after an entry is the
 * balance now, less what came after: before this page, and on it. What batches paid to volunteers is not public: their entries
 * are left out, and what they moved still counts as promised.
 */
async function entriesOf(
  database: Database,
  { available, committed, paid, toVolunteers }: Accounts,
  before: bigint | null,
  limit: number,
): Promise<EntryRow[]> {
  const until = before ?? 9_000_000_000_000_000_000n;
  return database.$queryRaw<EntryRow[]>`
    with account as (
      select a.id, a.balance_cents + case when a.id = ${committed}::uuid
            then (select sum(v.balance_cents) from ledger_account v where v.id = any (${toVolunteers}::uuid[])) else 0 end
          - coalesce((
            select sum(p.amount_cents) from posting p join ledger_entry e on e.id = p.entry_id and e.batch_id is null
            where p.account_id = a.id and p.entry_sequence >= ${until}), 0) as balance
      from ledger_account a where a.id in (${available}::uuid, ${committed}::uuid, ${paid}::uuid)),
    line as (
      select recent.* from account cross join lateral (
        select p.entry_id, p.entry_sequence, p.account_id, p.amount_cents
        from posting p join ledger_entry e on e.id = p.entry_id and e.batch_id is null
        where p.account_id = account.id and p.entry_sequence < ${until}
        order by p.entry_sequence desc limit ${limit}) recent),
    entry as (
      select entry_id, entry_sequence,
        coalesce(sum(amount_cents) filter (where account_id = ${available}::uuid), 0) as available,
        coalesce(sum(amount_cents) filter (where account_id = ${committed}::uuid), 0) as committed,
        coalesce(sum(amount_cents) filter (where account_id = ${paid}::uuid), 0) as paid
      from line group by 1, 2 order by entry_sequence desc limit ${limit})
    select e.id, e.sequence, e.kind, e.occurred_at, e.description, d.number, d.title,
       c.number as change_number, undo.number as corrected_by, s.number as spending_number, s.what as spending_what,
      entry.available::bigint, entry.committed::bigint, entry.paid::bigint,
      ((select balance from account where id = ${available}::uuid) - coalesce(sum(entry.available) over newer, 0))::bigint as available_after,
      ((select balance from account where id = ${committed}::uuid) - coalesce(sum(entry.committed) over newer, 0))::bigint as committed_after,
      ((select balance from account where id = ${paid}::uuid) - coalesce(sum(entry.paid) over newer, 0))::bigint as paid_after
    from entry
      join ledger_entry e on e.id = entry.entry_id
      left join decision d on d.id = e.decision_id
      left join small_spending s on s.id = e.spending_id
      left join budget_change c on c.id = e.change_id
      left join ledger_entry correction on correction.corrects_id = e.id
      left join budget_change undo on undo.id = correction.change_id
    window newer as (order by entry.entry_sequence desc rows between unbounded preceding and 1 preceding)
    order by e.sequence desc`;
}

function entryView(row: EntryRow): FundEntryView {
  return {
    id: row.id,
    kind: row.kind as PublicEntryKind,
    occurredAt: row.occurred_at,
    description: row.description,
    decision: row.number === null ? null : { number: row.number, title: row.title ?? '' },
    change: row.change_number,
    correctedBy: row.corrected_by,
    spending: row.spending_number === null ? null : { number: row.spending_number, what: row.spending_what ?? '' },
    availableChange: cents(row.available),
    committedChange: cents(row.committed),
    paidChange: cents(row.paid),
    availableAfter: cents(row.available_after),
    committedAfter: cents(row.committed_after),
    paidAfter: cents(row.paid_after),
  };
}
