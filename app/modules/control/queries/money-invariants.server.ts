import type { Transaction } from '#app/platform/database.server.ts';
import { mostOffenders, type InvariantName } from '../invariant.ts';

type Row = { offender: string };

/** Asks the data for whatever breaks an invariant. */
export type Question = (tx: Transaction) => Promise<Row[]>;

/** Invariants of amounts and accounts: read from the postings themselves, not from sums that triggers keep. */
export const moneyInvariants = {
  'entries-balance': async (tx) => tx.$queryRaw<Row[]>`
    select 'ledger_entry/' || e.id as offender
    from ledger_entry e left join posting p on p.entry_id = e.id
    group by e.id having count(p.line) <> 2 or coalesce(sum(p.amount_cents), 0) <> 0
    order by 1 limit ${mostOffenders}`,

  'balances-add-up': async (tx) => tx.$queryRaw<Row[]>`
    select 'ledger_account/' || a.code as offender
    from ledger_account a left join posting p on p.account_id = a.id
    group by a.id having a.balance_cents <> coalesce(sum(p.amount_cents), 0)
    order by 1 limit ${mostOffenders}`,

  'days-add-up': async (tx) => tx.$queryRaw<Row[]>`
    with moved as (
      select p.account_id, amsterdam_day(e.occurred_at) as day, sum(p.amount_cents) as total,
        coalesce(sum(p.amount_cents) filter (where coalesce(c.kind, e.kind) = 'release'), 0) as released
      from posting p join ledger_entry e on e.id = p.entry_id left join ledger_entry c on c.id = e.corrects_id
      group by 1, 2),
    counted as (
      select account_id, day, sum(total) over so_far as balance, sum(released) over so_far as released
      from moved window so_far as (partition by account_id order by day))
    select 'ledger_day/' || a.code || '/' || day as offender
    from counted full join ledger_day d using (account_id, day) join ledger_account a on a.id = account_id
    where (balance, released) is distinct from (d.balance_cents::numeric, d.released_cents::numeric)
    order by 1 limit ${mostOffenders}`,

  'promises-add-up': async (tx) => tx.$queryRaw<Row[]>`
    with counted as (
      select coalesce(e.decision_id, e.spending_id) as ground_id, amsterdam_day(e.occurred_at) as day,
        coalesce(c.kind, e.kind) as kind, sum(p.amount_cents) as total
      from posting p join ledger_account a on a.id = p.account_id and a.kind = 'committed'
        join ledger_entry e on e.id = p.entry_id left join ledger_entry c on c.id = e.corrects_id
      where (e.decision_id is not null or e.spending_id is not null) and e.batch_id is null
      group by 1, 2, 3)
    select distinct 'decision_day/' || coalesce(d.number, s.number, ground_id::text) || '/' || day as offender
    from counted full join decision_day sums using (ground_id, day, kind)
      left join decision d on d.id = ground_id left join small_spending s on s.id = ground_id
    where coalesce(total, 0) <> coalesce(sums.amount_cents, 0)
    order by 1 limit ${mostOffenders}`,

  'accounts-above-floor': async (tx) => tx.$queryRaw<Row[]>`
    select 'ledger_account/' || code as offender from ledger_account
    where balance_cents < floor_cents
      or (kind not in ('source', 'overprogrammed') and floor_cents is distinct from 0)
    order by 1 limit ${mostOffenders}`,

  'days-above-floor': async (tx) => tx.$queryRaw<Row[]>`
    select distinct 'ledger_account/' || a.code as offender
    from (
      select p.account_id, amsterdam_day(e.occurred_at) as day,
        sum(sum(p.amount_cents)) over (partition by p.account_id order by amsterdam_day(e.occurred_at)) as total
      from posting p join ledger_entry e on e.id = p.entry_id group by 1, 2) days
    join ledger_account a on a.id = days.account_id
    where days.total < a.floor_cents
    order by 1 limit ${mostOffenders}`,

  'accounts-belong': async (tx) => tx.$queryRaw<Row[]>`
    with owned as (
      select origin_account_id as id, 'source' as kind from money_source
      union all select unallocated_account_id, 'unallocated' from money_source
      union all select overprogrammed_account_id, 'overprogrammed' from money_source
      union all select available_account_id, 'available' from fund
      union all select committed_account_id, 'committed' from fund
      union all select paid_account_id, 'paid' from fund
      union all select payable_account_id, 'payable' from fund
      union all select settled_account_id, 'settled' from fund)
    select 'ledger_account/' || a.code as offender
    from ledger_account a left join owned o on o.id = a.id
    group by a.id having count(o.id) <> 1 or bool_or(o.kind <> a.kind)
    order by 1 limit ${mostOffenders}`,

  'within-one-source': async (tx) => tx.$queryRaw<Row[]>`
    with owned as (
      select origin_account_id as account_id, id as source_id from money_source
      union all select unallocated_account_id, id from money_source
      union all select overprogrammed_account_id, id from money_source
      union all select available_account_id, money_source_id from fund
      union all select committed_account_id, money_source_id from fund
      union all select paid_account_id, money_source_id from fund
      union all select payable_account_id, money_source_id from fund
      union all select settled_account_id, money_source_id from fund)
    select 'ledger_entry/' || p.entry_id as offender
    from posting p left join owned o on o.account_id = p.account_id
    group by p.entry_id having count(distinct o.source_id) <> 1 or bool_or(o.source_id is null)
    order by 1 limit ${mostOffenders}`,

  'openings-from-outside': async (tx) => tx.$queryRaw<Row[]>`
    select distinct 'ledger_entry/' || e.id as offender
    from ledger_entry e join posting p on p.entry_id = e.id join ledger_account a on a.id = p.account_id
    where e.kind = 'opening' and (e.decision_id is not null or e.change_id is not null
      or (p.amount_cents < 0) <> (a.kind = 'source') or (p.amount_cents > 0 and a.kind not in ('unallocated', 'available')))
    order by 1 limit ${mostOffenders}`,

  'overprogramming-stated': async (tx) => tx.$queryRaw<Row[]>`
    with planned as (
      select s.id, coalesce(-sum(p.amount_cents) filter (where p.account_id = s.origin_account_id), 0) as pledged,
        coalesce(-sum(p.amount_cents) filter (where p.account_id = s.overprogrammed_account_id), 0) as over
      from money_source s left join posting p on p.account_id in (s.origin_account_id, s.overprogrammed_account_id)
      group by s.id)
    select 'money_source/' || s.slug as offender
    from money_source s join planned using (id)
    where pledged < 0 or over < 0 or over * 10000 > pledged * s.overprogramming_bps
    order by 1 limit ${mostOffenders}`,

  'commitments-have-grant': async (tx) => tx.$queryRaw<Row[]>`
    select 'ledger_entry/' || e.id as offender
    from ledger_entry e
    where e.kind = 'commitment' and not exists (
      select 1 from decision d join fund f on f.id = d.fund_id
        join posting c on c.entry_id = e.id and c.account_id = f.committed_account_id and c.amount_cents = d.amount_cents
        join posting a on a.entry_id = e.id and a.account_id = f.available_account_id and a.amount_cents = -d.amount_cents
      where d.id = e.decision_id and d.state = 'confirmed' and d.outcome = 'grant' and d.origin = 'product'
        and d.proposer_id = e.proposer_id and d.confirmer_id = e.approver_id)
      and not exists (
      select 1 from small_spending s join fund f on f.id = s.fund_id
        join posting c on c.entry_id = e.id and c.account_id = f.committed_account_id and c.amount_cents = s.amount_cents
        join posting a on a.entry_id = e.id and a.account_id = f.available_account_id and a.amount_cents = -s.amount_cents
      where s.id = e.spending_id and s.state = 'confirmed'
        and s.proposer_id = e.proposer_id and s.confirmer_id = e.approver_id)
    order by 1 limit ${mostOffenders}`,

  'grants-have-commitment': async (tx) => tx.$queryRaw<Row[]>`
    select 'decision/' || d.number as offender
    from decision d
    where d.state = 'confirmed' and d.outcome = 'grant' and d.origin = 'product' and d.amount_cents is not null
      and (select count(*) from ledger_entry e where e.decision_id = d.id and e.kind = 'commitment') <> 1
    union all
    select 'small_spending/' || s.number
    from small_spending s
    where s.state = 'confirmed'
      and (select count(*) from ledger_entry e where e.spending_id = s.id and e.kind = 'commitment') <> 1
    order by 1 limit ${mostOffenders}`,

  'within-commitment': async (tx) => tx.$queryRaw<Row[]>`
    select distinct coalesce('decision/' || coalesce(d.number, d.id::text), 'small_spending/' || coalesce(s.number, s.id::text)) as offender
    from (
      select e.decision_id, e.spending_id,
        sum(sum(p.amount_cents)) over (
          partition by e.decision_id, e.spending_id, p.account_id order by amsterdam_day(e.occurred_at)) as total
      from posting p join ledger_account a on a.id = p.account_id and a.kind = 'committed'
        join ledger_entry e on e.id = p.entry_id
      where num_nonnulls(e.decision_id, e.spending_id) > 0
      group by e.decision_id, e.spending_id, p.account_id, amsterdam_day(e.occurred_at)) days
      left join decision d on d.id = days.decision_id
      left join small_spending s on s.id = days.spending_id
    where days.total < 0
    order by 1 limit ${mostOffenders}`,

  'payments-have-commitment': async (tx) => tx.$queryRaw<Row[]>`
    select 'ledger_entry/' || e.id as offender
    from ledger_entry e join posting p on p.entry_id = e.id and p.amount_cents < 0
    where e.kind in ('payment', 'release') and not exists (
      select 1 from ledger_entry c join posting cp on cp.entry_id = c.id and cp.account_id = p.account_id
      where c.kind = 'commitment' and (c.decision_id = e.decision_id or c.spending_id = e.spending_id)
        and amsterdam_day(c.occurred_at) <= amsterdam_day(e.occurred_at))
    order by 1 limit ${mostOffenders}`,

  'batches-add-up': async (tx) => tx.$queryRaw<Row[]>`
    select distinct 'payment_batch/' || b.number as offender
    from payment_batch b cross join lateral batch_differences(b.id)
    order by 1 limit ${mostOffenders}`,

  'statements-match-ledger': async (tx) => tx.$queryRaw<Row[]>`
    with told as (
      select coalesce(i.batch_id, l.batch_id) as batch_id,
        sum(case i.direction when 'debit' then i.amount_cents else -i.amount_cents end) as total
      from statement_item i left join payment_line l on l.id = i.line_id where i.state = 'matched' group by 1),
    posted as (
      select e.batch_id, sum(case e.kind when 'settlement' then p.amount_cents else -p.amount_cents end) as total
      from ledger_entry e join posting p on p.entry_id = e.id and p.amount_cents > 0
      where e.kind in ('settlement', 'bounce') group by 1)
    select 'payment_batch/' || b.number as offender
    from payment_batch b left join told on told.batch_id = b.id left join posted on posted.batch_id = b.id
    where coalesce(told.total, 0) <> (case b.rail when 'sepa' then coalesce(posted.total, 0) else 0 end)
    order by 1 limit ${mostOffenders}`,
} as const satisfies Partial<Record<InvariantName, Question>>;
