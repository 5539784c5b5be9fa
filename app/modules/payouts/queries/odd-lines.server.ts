import type { Database, Transaction } from '#app/platform/database.server.ts';
import { oddFrom, type OddityKind } from '../oddity.ts';

export type OddLine = { lineId: string; kind: OddityKind };

/**
 * What is odd about the lines of a batch that are paid or wait for it, by the data as it is now. One row per line and kind.
 * @param approverId who approves it, as long as nobody did
 */
export async function oddLines(
  database: Database | Transaction,
  batchId: string,
  approverId: string,
): Promise<OddLine[]> {
  const rows = await database.$queryRaw<{ line_id: string; kind: string }[]>`
    with line as materialized (
      select l.id, l.person_id, l.bank_account_id, l.end_to_end_id, l.state, b.composed_at, b.composed_by_id,
          coalesce(b.approved_by_id, ${approverId}::uuid) as approver_id
        from payment_line l join payment_batch b on b.id = l.batch_id
        where l.batch_id = ${batchId}::uuid and l.state <> 'left_out'),
    work as materialized (
      select line.id as line_id, c.* from line join payment_line_claim x on x.line_id = line.id
        join allowance_claim c on c.id = x.claim_id),
    day as materialized (
      select distinct w.line_id, w.person_id, w.day, all_of.activities, all_of.kinds, all_of.minutes
        from (select distinct line_id, person_id, day from work where kind = 'hours') w cross join lateral (
          select count(*) as activities, count(distinct c.minutes) as kinds, sum(c.minutes) as minutes from allowance_claim c
            where c.person_id = w.person_id and c.day = w.day and c.kind = 'hours' and c.state = 'approved') all_of),
    month as materialized (select distinct line_id, person_id, date_trunc('month', day)::date as month from work)
    select m.line_id::text, 'limit-near' as kind from month m cross join lateral allowance_rule_on(m.month) r
      where allowance_between(m.person_id, m.month, (m.month + interval '1 month - 1 day')::date, array['approved']) * 100
              >= r.month_cents * ${oddFrom.limitPercent}::int
        or (allowance_between(m.person_id, date_trunc('year', m.month)::date,
              (date_trunc('year', m.month) + interval '1 year - 1 day')::date, array['approved'])
            + other_allowance_in(m.person_id, extract(year from m.month)::int)) * 100 >= r.year_cents * ${oddFrom.limitPercent}::int
    union
    select line.id::text, 'account-changed' from line join bank_account a on a.id = line.bank_account_id
      where a.added_at > line.composed_at - make_interval(days => ${oddFrom.accountDays}::int)
        and exists (select 1 from bank_account o where o.person_id = line.person_id and o.id <> a.id)
    union
    select line.id::text, 'account-shared' from line join bank_account a on a.id = line.bank_account_id
      where a.iban_mark <> '' and exists (
        select 1 from bank_account o where o.iban_mark = a.iban_mark and o.person_id <> line.person_id
          and bank_account_counts(o.ended_at))
    union
    select line.id::text, 'on-worklist' from line join statement_item i on i.end_to_end_id = line.end_to_end_id
      where line.state = 'open' and i.state = 'open' and i.direction = 'debit'
    union
    select line_id::text, 'same-hours' from day where activities > kinds
    union
    select line_id::text, 'long-day' from day where minutes > ${oddFrom.dayMinutes}::int
    union
    select distinct w.line_id::text, 'family' from work w
      where exists (select 1 from near_ones(w.person_id) n where n.person_id in (w.answered_by_id, w.claimed_by_id)
                    and n.person_id <> w.person_id)
    union
    select distinct w.line_id::text, 'late' from work w join line on line.id = w.line_id
      where w.day < amsterdam_day(line.composed_at) - ${oddFrom.lateDays}::int
    union
    select line.id::text, 'bank-doubts' from line cross join lateral (
        select c.answer from payment_line_check c where c.line_id = line.id order by c.sequence desc limit 1) last
      where last.answer in ('close', 'none')
    union
    select w.line_id::text, 'sent-before' from work w
      where exists (select 1 from payment_line_claim x join payment_line o on o.id = x.line_id join payment_batch b on b.id = o.batch_id
        where x.claim_id = w.id and o.id <> w.line_id and o.state in ('returned', 'put_back') and b.sent_at is not null)
    union
    select w.line_id::text, 'same-hands' from work w join line on line.id = w.line_id
      where w.answered_by_id in (line.composed_by_id, line.approver_id)
    order by 1, 2`;
  return rows.map(({ line_id: lineId, kind }) => ({ lineId, kind: kind as OddityKind }));
}
