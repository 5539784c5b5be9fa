import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { ledgerDay, type LedgerDay, type LedgerDayEntry } from '../ledger-day.ts';

/** The ledger as everybody sees it at the end of a day, as it stands now in the tables. */
export async function ledgerDayNow(tx: Transaction, day: CalendarDate): Promise<LedgerDay> {
  const [lines, sources, entries] = [await linesAt(tx, day), await sourcesAt(tx, day), await entriesOn(tx, day)];
  const sum = (amounts: readonly bigint[]) => cents(amounts.reduce((total, amount) => total + amount, 0n));
  return ledgerDay.parse({
    format: 'wijkbeurs.ledger-day',
    version: 1,
    day,
    currency: 'EUR',
    totals: {
      unallocatedCents: sum(sources.map(({ unallocated }) => unallocated)),
      availableCents: sum(lines.map(({ available }) => available)),
      promisedCents: sum(lines.map(({ promised }) => promised)),
      paidCents: sum(lines.map(({ paid }) => paid)),
    },
    sources: sources.map(({ slug, unallocated }) => ({ slug, unallocatedCents: cents(unallocated) })),
    lines: lines.map(({ slug, available, promised, paid }) => ({
      slug,
      availableCents: cents(available),
      promisedCents: cents(promised),
      paidCents: cents(paid),
    })),
    entries,
  });
}

/** Lines that held something by then; the newest day of each account, so that it takes as long however long ago it began. */
async function linesAt(tx: Transaction, day: CalendarDate) {
  return tx.$queryRaw<{ slug: string; available: bigint; promised: bigint; paid: bigint }[]>`
    select f.slug, coalesce(sum(d.balance_cents) filter (where part.name = 'available'), 0)::bigint as available,
      coalesce(sum(d.balance_cents) filter (where part.name = 'promised'), 0)::bigint as promised,
      coalesce(sum(d.balance_cents) filter (where part.name = 'paid'), 0)::bigint as paid
    from fund f cross join lateral (values ('available', f.available_account_id), ('paid', f.paid_account_id),
        ('promised', f.committed_account_id), ('promised', f.payable_account_id), ('promised', f.settled_account_id)) part (name, id)
      cross join lateral (select l.balance_cents from ledger_day l
        where l.account_id = part.id and l.day <= ${day}::date order by l.day desc limit 1) d
    group by f.slug order by f.slug collate "C"`;
}

async function sourcesAt(tx: Transaction, day: CalendarDate) {
  return tx.$queryRaw<{ slug: string; unallocated: bigint }[]>`
    select s.slug, d.balance_cents as unallocated
    from money_source s cross join lateral (select l.balance_cents from ledger_day l
      where l.account_id = s.unallocated_account_id and l.day <= ${day}::date order by l.day desc limit 1) d
    order by s.slug collate "C"`;
}

type EntryRow = {
  sequence: bigint;
  kind: string;
  decision: string | null;
  spending: string | null;
  change: string | null;
  corrects: bigint | null;
  text_sha256: string;
  postings: LedgerDayEntry['postings'];
};

async function entriesOn(tx: Transaction, day: CalendarDate): Promise<LedgerDayEntry[]> {
  const rows = await tx.$queryRaw<EntryRow[]>`
    with owned as (
      select origin_account_id as id, 'source' as part, slug from money_source
      union all select unallocated_account_id, 'unallocated', slug from money_source
      union all select overprogrammed_account_id, 'overprogrammed', slug from money_source
      union all select available_account_id, 'available', slug from fund
      union all select committed_account_id, 'promised', slug from fund
      union all select paid_account_id, 'paid', slug from fund)
    select e.sequence, e.kind, d.number as decision, s.number as spending, c.number as change, undone.sequence as corrects,
      encode(sha256(convert_to(e.description, 'UTF8')), 'hex') as text_sha256,
      (select coalesce(json_agg(json_build_object('part', o.part, 'of', o.slug, 'cents', p.amount_cents) order by p.line), '[]')
        from posting p join owned o on o.id = p.account_id where p.entry_id = e.id) as postings
    from ledger_entry e
      left join decision d on d.id = e.decision_id
      left join small_spending s on s.id = e.spending_id
      left join budget_change c on c.id = e.change_id
      left join ledger_entry undone on undone.id = e.corrects_id
    where e.batch_id is null
      and e.occurred_at >= ${day}::timestamp at time zone 'Europe/Amsterdam'
      and e.occurred_at < (${day}::date + 1)::timestamp at time zone 'Europe/Amsterdam'
    order by e.sequence`;
  return rows.map((row) => ({
    sequence: Number(row.sequence),
    kind: row.kind,
    decision: row.decision,
    smallSpending: row.spending,
    change: row.change,
    corrects: row.corrects === null ? null : Number(row.corrects),
    textSha256: row.text_sha256,
    postings: row.postings,
  }));
}

/** Days before this one on which something was entered that everybody can see, the earliest first. */
export async function daysWithEntries(
  tx: Transaction,
  { from, before }: { from: CalendarDate | null; before: CalendarDate },
): Promise<CalendarDate[]> {
  const rows = await tx.$queryRaw<{ day: string }[]>`
    select distinct to_char(amsterdam_day(occurred_at), 'YYYY-MM-DD') as day from ledger_entry
    where batch_id is null and amsterdam_day(occurred_at) < ${before}::date
      and amsterdam_day(occurred_at) >= coalesce(${from}::date, '-infinity'::date)
    order by 1`;
  return rows.map(({ day }) => day as CalendarDate);
}
