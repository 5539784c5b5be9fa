import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { mostOffenders, type InvariantName } from '../invariant.ts';
import type { Question } from './money-invariants.server.ts';

type Row = { offender: string };

/** Invariants of who did what, in which order of numbers: the registers beside the ledger. */
export const recordInvariants = {
  'two-persons': async (tx) => tx.$queryRaw<Row[]>`
    select 'ledger_entry/' || id as offender from ledger_entry
      where kind <> 'opening' and (proposer_id is null or approver_id is null or proposer_id = approver_id)
    union all
    select 'budget_change/' || id from budget_change
      where state in ('approved', 'refused') and (approver_id is null or approver_id = proposer_id)
    union all
    select 'decision/' || number from decision
      where state = 'confirmed' and origin = 'product'
        and (proposer_id is null or confirmer_id is null or confirmer_id = proposer_id)
    union all
    select 'small_spending/' || coalesce(number, id::text) from small_spending
      where state = 'confirmed' and (confirmer_id is null or confirmer_id = proposer_id)
    union all
    select 'plan_import/' || id from plan_import
      where state in ('approved', 'refused') and (approver_id is null or approver_id = proposer_id)
    union all
    select 'payment_batch/' || number from payment_batch
      where state in ('approved', 'sent', 'settled') and (approved_by_id is null or approved_by_id = composed_by_id)
    order by 1 limit ${mostOffenders}`,

  'changes-have-entry': async (tx) => tx.$queryRaw<Row[]>`
    with expected as (
      select c.id, c.amount_cents,
        case c.kind when 'pledge' then s.origin_account_id when 'pledge-lowered' then s.unallocated_account_id
          when 'overprogramming' then s.overprogrammed_account_id when 'budget' then ts.unallocated_account_id
          when 'return' then f.available_account_id when 'move' then f.available_account_id
          when 'correction' then null else f.committed_account_id end as giving,
        case c.kind when 'pledge' then s.unallocated_account_id when 'pledge-lowered' then s.origin_account_id
          when 'overprogramming' then s.unallocated_account_id when 'budget' then t.available_account_id
          when 'return' then fs.unallocated_account_id when 'move' then t.available_account_id
          when 'release' then f.available_account_id when 'correction' then null else f.paid_account_id end as getting
      from budget_change c left join money_source s on s.id = c.money_source_id
        left join fund f on f.id = c.from_fund_id left join money_source fs on fs.id = f.money_source_id
        left join fund t on t.id = c.to_fund_id left join money_source ts on ts.id = t.money_source_id)
    select 'budget_change/' || coalesce(c.number, c.id::text) as offender
    from budget_change c join expected x using (id) left join ledger_entry e on e.change_id = c.id
    where c.state = 'approved' and (e.id is null or e.kind <> c.kind or e.proposer_id is distinct from c.proposer_id
      or e.approver_id is distinct from c.approver_id or e.decision_id is distinct from c.decision_id
      or e.corrects_id is distinct from c.corrects_id or amsterdam_day(e.occurred_at) <> c.occurred_on
      or not exists (select 1 from posting p where p.entry_id = e.id and p.amount_cents = -c.amount_cents
        and p.account_id = coalesce(x.giving, p.account_id))
      or not exists (select 1 from posting p where p.entry_id = e.id and p.amount_cents = c.amount_cents
        and p.account_id = coalesce(x.getting, p.account_id)))
    order by 1 limit ${mostOffenders}`,

  'entries-have-change': async (tx) => tx.$queryRaw<Row[]>`
    select 'ledger_entry/' || e.id as offender
    from ledger_entry e left join budget_change c on c.id = e.change_id
    where (e.kind in ('opening', 'commitment') or e.batch_id is not null) <> (c.id is null) or c.state <> 'approved'
    order by 1 limit ${mostOffenders}`,

  'corrections-undo': async (tx) => tx.$queryRaw<Row[]>`
    select 'ledger_entry/' || e.id as offender
    from ledger_entry e left join ledger_entry c on c.id = e.corrects_id
    where e.kind = 'correction' and (c.id is null or c.kind in ('opening', 'commitment', 'correction')
      or exists (select 1 from posting p where p.entry_id = e.id and not exists (
        select 1 from posting q where q.entry_id = c.id and q.account_id = p.account_id and q.amount_cents = -p.amount_cents)))
    order by 1 limit ${mostOffenders}`,

  'numbers-without-gaps': async (tx) => tx.$queryRaw<Row[]>`
    with numbered as (
      select 'budget_change' as register, substring(number from 2 for 4)::int as year, substring(number from 7)::bigint as sequence
        from budget_change where number is not null
      union all
      select 'decision', substring(number from 1 for 4)::int, substring(number from 6)::bigint
        from decision where number is not null
      union all
      select 'small_spending', substring(number from 2 for 4)::int, substring(number from 7)::bigint
        from small_spending where number is not null
      union all
      select 'spending_report', year, sequence from spending_report where sequence is not null),
    counted as (
      select 'budget_change' as register, year, last from budget_change_counter
      union all select 'decision', year, last from decision_counter
      union all select 'small_spending', year, last from spending_counter
      -- reports are numbered by looking at the highest one of their year
      union all select 'spending_report', year, max(sequence) from spending_report where sequence is not null group by year),
    years as (
      select register, year, count(*) as numbers, count(distinct sequence) as different, min(sequence) as lowest, max(sequence) as highest
      from numbered group by 1, 2)
    select register || '/' || year as offender
    from years full join counted using (register, year)
    where numbers is distinct from highest or different is distinct from numbers or lowest is distinct from 1
      or last is distinct from highest
    order by 1 limit ${mostOffenders}`,
} as const satisfies Partial<Record<InvariantName, Question>>;

/** Spending reports that were sent and whose receipt is not that of their text, or whose text bears another number. */
export async function unsoundReports(tx: Transaction): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    select 'spending_report/' || id as offender from spending_report
    where state = 'sent' and (receipt is distinct from encode(sha256(convert_to(published, 'UTF8')), 'hex')
      or strpos(published, '"number":"U' || year || '-' || lpad(sequence::text, greatest(2, length(sequence::text)), '0') || '"') = 0)
    order by 1 limit ${mostOffenders}`;
}

/** Entries, changes, decisions, small spendings and reports of later than now. */
export async function datedAhead(tx: Transaction, now: Instant): Promise<Row[]> {
  const today = dayInAmsterdam(now);
  return tx.$queryRaw<Row[]>`
    select 'ledger_entry/' || id as offender from ledger_entry where occurred_at > ${now}
    union all
    select 'budget_change/' || coalesce(number, id::text) from budget_change
      where occurred_on > ${today}::date or proposed_at > ${now} or answered_at > ${now}
    union all
    select 'decision/' || number from decision where state = 'confirmed' and (taken_on > ${today}::date or confirmed_at > ${now})
    union all
    select 'small_spending/' || coalesce(number, id::text) from small_spending where proposed_at > ${now} or confirmed_at > ${now} or withdrawn_at > ${now}
    union all
    select 'spending_report/' || id from spending_report where state = 'sent' and (until_day > ${today}::date or sent_at > ${now})
    order by 1 limit ${mostOffenders}`;
}
