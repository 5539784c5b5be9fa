import { fromDateColumn } from '#app/kernel/calendar-date.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { OwnPayment } from '../views.ts';

type Row = {
  claim_id: string;
  coming_back: boolean | null;
  line_state: 'open' | 'settled' | 'returned' | 'put_back' | null;
  execute_on: Date | null;
  settled_on: Date | null;
  is_over: boolean;
};

/** Of each approved claim of the actor, by its id, where its money is. */
export async function ownPayments(database: Database, actor: SignedIn): Promise<Record<string, OwnPayment>> {
  const me = actor.person.id;
  const rows = await database.$queryRaw<Row[]>`
    with mine as (select id from allowance_claim where person_id = ${me}::uuid and state = 'approved'),
      waiting as (select id from mine where not exists (
        select 1 from payment_line_claim x where x.claim_id = mine.id and x.is_active))
    select mine.id::text as claim_id, last.state as line_state, last.coming_back, last.execute_on, last.settled_on,
        exists (select 1 from people_over_limit(array(select w.id from waiting w where w.id = mine.id))) as is_over
      from mine left join lateral (
        select l.state, l.settled_on, b.execute_on, line_coming_back(l) as coming_back from payment_line_claim x join payment_line l on l.id = x.line_id
          join payment_batch b on b.id = l.batch_id
          where x.claim_id = mine.id and l.state <> 'left_out'
          order by x.is_active desc, b.composed_at desc limit 1) last on true`;
  return Object.fromEntries(rows.map((row) => [row.claim_id, paymentOf(row)]));
}

function paymentOf({
  line_state: state,
  execute_on: executeOn,
  settled_on: settledOn,
  is_over: isOver,
  coming_back: comingBack,
}: Row): OwnPayment {
  if (state === 'settled' && comingBack === true) return { state: 'coming-back' };
  if (state === 'settled' && settledOn !== null) return { state: 'paid', paidOn: fromDateColumn(settledOn) };
  if (state === 'open') return { state: 'underway', executeOn: executeOn === null ? null : fromDateColumn(executeOn) };
  if (isOver) return { state: 'limit' };
  return { state: state === null ? 'waits' : 'came-back' };
}
