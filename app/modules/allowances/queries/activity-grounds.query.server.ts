import { cents } from '#app/kernel/money.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { coordinatedBodies, mayCoordinate } from '../policy.ts';
import type { GroundChoices } from '../coordination-views.ts';

type Row = {
  kind: 'decision' | 'spending';
  id: string;
  number: string;
  title: string;
  body_id: string;
  body_name: string;
  open_cents: bigint;
  kept_away: boolean;
};

/** What the bodies promised that somebody coordinates for, and that has money left: the latest first. */
export async function activityGrounds(database: Database, actor: Actor): Promise<GroundChoices> {
  const me = actor.person?.id ?? null;
  const bodies = coordinatedBodies(actor);
  const rows = await database.$queryRaw<Row[]>`
    with ground as (
      select 'decision' as kind, d.id, d.number, coalesce(nullif(d.title, ''), i.title, '') as title, f.body_id,
             d.confirmed_at
        from decision d join fund f on f.id = d.fund_id left join initiative i on i.id = d.initiative_id
        where d.state = 'confirmed' and d.outcome = 'grant'
      union all
      select 'spending', s.id, s.number, s.what, s.body_id, s.confirmed_at
        from small_spending s where s.state = 'confirmed'
    ), room as (
      select g.*, b.name as body_name,
             (select coalesce(sum(amount_cents), 0) from decision_day where ground_id = g.id) - needed_of_promise(g.id) as open_cents
        from ground g join body b on b.id = g.body_id
        where ${bodies === null} or g.body_id = any (${bodies === null ? [] : [...bodies]}::uuid[])
    )
    select kind, id::text as id, coalesce(number, '') as number, title, body_id::text as body_id, body_name,
           open_cents::bigint as open_cents,
           interest_in_promise(${me}::uuid, case kind when 'decision' then id end, case kind when 'spending' then id end)
             is not null as kept_away
      from room where open_cents > 0 order by confirmed_at desc nulls last, id limit 300`;
  const own = rows.filter(({ body_id: bodyId }) => mayCoordinate(actor, bodyId).ok);
  const grounds = own
    .filter(({ kept_away: keptAway }) => !keptAway)
    .map(({ kind, id, number, title, body_name: bodyName, open_cents: left }) => ({
      kind,
      id,
      number,
      title,
      bodyName,
      left: cents(left),
    }));
  return { grounds, leftOut: own.length - grounds.length };
}
