import { fromDateColumn } from '#app/kernel/calendar-date.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { BatchState, Rail } from '../batch.ts';
import { endCodeOf } from '../end-code.ts';
import type { OwnPayment } from '../views.ts';

type Row = {
  claim_id: string;
  coming_back: boolean | null;
  line_state: 'open' | 'settled' | 'returned' | 'put_back' | null;
  execute_on: Date | null;
  settled_on: Date | null;
  end_reason: string | null;
  ended_by: string | null;
  batch_state: BatchState | null;
  rail: Rail | null;
  is_over: boolean;
};

/** Of each approved claim of the actor, by its id, where its money is. */
export async function ownPayments(database: Database, actor: SignedIn): Promise<Record<string, OwnPayment>> {
  const me = actor.person.id;
  const rows = await database.$queryRaw<Row[]>`
    with mine as (select id from allowance_claim where person_id = ${me}::uuid and state = 'approved'),
      waiting as (select id from mine where not exists (
        select 1 from payment_line_claim x where x.claim_id = mine.id and x.is_active))
    select mine.id::text as claim_id, last.state as line_state, last.coming_back, last.execute_on, last.settled_on, last.end_reason,
        last.ended_by, last.batch_state, last.rail,
        exists (select 1 from people_over_limit(array(select w.id from waiting w where w.id = mine.id))) as is_over
      from mine left join lateral (
        select l.state, l.settled_on, l.end_reason, l.ended_by, b.execute_on, b.state as batch_state, b.rail,
            line_coming_back(l) as coming_back
          from payment_line_claim x join payment_line l on l.id = x.line_id
          join payment_batch b on b.id = l.batch_id
          where x.claim_id = mine.id and l.state <> 'left_out'
          order by x.is_active desc, b.composed_at desc limit 1) last on true`;
  return Object.fromEntries(rows.map((row) => [row.claim_id, paymentOf(row)]));
}

function paymentOf(row: Row): OwnPayment {
  const { line_state: state, settled_on: settledOn } = row;
  if (state === 'settled' && row.coming_back === true) return { state: 'coming-back' };
  if (state === 'settled' && settledOn !== null) return { state: 'paid', paidOn: fromDateColumn(settledOn) };
  if (state === 'open') return wayOf(row);
  if (row.is_over) return { state: 'limit' };
  // what a treasurer wrote about it is for colleagues
  const why = row.ended_by === null || row.ended_by === '' ? null : endCodeOf(row.end_reason ?? '');
  return state === null ? { state: 'waits' } : { state: 'came-back', rail: row.rail ?? 'sepa', why };
}

/** How far a payment is on its way. */
function wayOf({ batch_state: state, execute_on: executeOn }: Row): OwnPayment {
  if (state === 'draft') return { state: 'prepared' };
  if (state === 'approved') return { state: 'approved' };
  return { state: 'underway', executeOn: executeOn === null ? null : fromDateColumn(executeOn) };
}
