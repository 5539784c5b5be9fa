import { fromDateColumn } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import { volunteerNames } from '#app/modules/allowances/volunteer-name.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { LineState } from '../batch.ts';
import { endCodeOf } from '../end-code.ts';
import type { LineEnd, PaymentLineView } from '../views.ts';
import type { OddLine } from './odd-lines.server.ts';

type Row = {
  id: string;
  position: number;
  person_id: string;
  name: string;
  email: string;
  amount_cents: number;
  minutes: number;
  expenses: bigint;
  activities: string[];
  country: string | null;
  last_four: string | null;
  state: LineState;
  coming_back: boolean;
  settled_on: Date | null;
  end_reason: string;
  ended_by: string;
};

/** Lines of a batch, the odd ones first and who was left out last. Who gets it: seen by treasurers and the controlegroep only. */
export async function paymentLines(
  database: Database,
  batchId: string,
  { odd, skip, take }: { odd: readonly OddLine[]; skip: number; take: number },
): Promise<PaymentLineView[]> {
  const oddIds = [...new Set(odd.map(({ lineId }) => lineId))];
  const rows = await database.$queryRaw<Row[]>`
    with shown as (
      select l.* from payment_line l where l.batch_id = ${batchId}::uuid
      order by l.state = 'left_out', l.state not in ('returned', 'put_back'), not l.id = any (${oddIds}::uuid[]), l.position
      limit ${take} offset ${skip})
    select l.id::text, l.position, l.person_id::text, p.name, p.email, l.amount_cents, work.minutes, work.expenses, work.activities,
        b.country, b.last_four, l.state, l.settled_on, l.end_reason, l.ended_by,
        l.state = 'settled' and line_coming_back(l) as coming_back
      from shown l join person p on p.id = l.person_id left join bank_account b on b.id = l.bank_account_id
        cross join lateral (
          select coalesce(sum(c.minutes), 0)::int as minutes,
              coalesce(sum(c.amount_cents) filter (where c.kind = 'expense'), 0)::bigint as expenses,
              array_agg(distinct a.name order by a.name) as activities
            from payment_line_claim x join allowance_claim c on c.id = x.claim_id join activity a on a.id = c.activity_id
            where x.line_id = l.id) work
      order by l.state = 'left_out', l.state not in ('returned', 'put_back'), not l.id = any (${oddIds}::uuid[]), l.position`;
  const names = volunteerNames(rows.map(({ person_id: id, name, email }) => ({ id, name, email })));
  const kinds = Map.groupBy(odd, ({ lineId }) => lineId);
  return rows.map((row) => ({
    id: row.id,
    position: row.position,
    name: names.get(row.person_id) ?? '',
    amount: cents(row.amount_cents),
    minutes: row.minutes,
    expenses: cents(row.expenses),
    activities: row.activities,
    account: row.country === null || row.last_four === null ? null : { country: row.country, lastFour: row.last_four },
    state: row.state,
    comingBack: row.coming_back,
    settledOn: row.settled_on === null ? null : fromDateColumn(row.settled_on),
    end: endOf(row),
    odd: (kinds.get(row.id) ?? []).map(({ kind }) => kind),
  }));
}

/** What the bank or Stripe says is a code; what a treasurer says is words. */
function endOf({ end_reason: reason, ended_by: endedBy }: Row): LineEnd | null {
  if (reason === '') return null;
  if (endedBy === '') return { written: reason };
  const code = endCodeOf(reason);
  return code === null ? { unknown: reason } : { code };
}
