import { cents } from '#app/kernel/money.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { PlanWonElsewhere } from '../winner-views.ts';

/**
 * Plans that can be chosen in this vote and won another one, in the order of their numbers: voters, and who decides, know that a plan
 * has money already or will get it. A plan that won both is told of at the second: the first decides on it.
 */
export async function plansWonElsewhere(database: Database, voteId: string): Promise<PlanWonElsewhere[]> {
  return (
    await database.$queryRaw<
      {
        number: number;
        planSlug: string;
        planTitle: string;
        requested: bigint;
        got: bigint;
        asked: bigint;
        slug: string;
        title: string;
        state: 'won' | 'granted';
      }[]
    >`
    select distinct on (p.number) p.number, coalesce(i.slug, '') as "planSlug", i.title as "planTitle",
      i.requested_cents as requested, coalesce(d.amount_cents, a.cost_cents) as got,
      greatest(0, i.requested_cents - had.cents)::bigint as asked, v.slug, v.title, a.state
    from vote_project p join initiative i on i.id = p.initiative_id
      join vote_award a on a.initiative_id = p.initiative_id and a.vote_id <> p.vote_id and a.state in ('won', 'granted')
      join vote v on v.id = a.vote_id join vote_count c on c.vote_id = a.vote_id and c.attempt = a.attempt
      left join decision d on (d.vote_id, d.vote_attempt, d.vote_number) = (a.vote_id, a.attempt, a.number) and d.state = 'confirmed' and d.outcome = 'grant'
      left join lateral (select oc.counted_at from vote_award o join vote_count oc on oc.vote_id = o.vote_id and oc.attempt = o.attempt
        where o.vote_id = p.vote_id and o.initiative_id = p.initiative_id and o.state = 'won') own on true
      cross join lateral (select
        coalesce((select sum(g.amount_cents) from decision g where g.initiative_id = i.id and g.state = 'confirmed' and g.outcome = 'grant'), 0)
        + coalesce((select sum(w.cost_cents) from vote_award w where w.initiative_id = i.id and w.state = 'won' and w.vote_id <> p.vote_id), 0) as cents) had
    where p.vote_id = ${voteId}::uuid and p.verdict = 'included' and v.state in ('counted', 'concluded')
      and (a.state = 'granted' or own.counted_at is null or (c.counted_at, a.vote_id) < (own.counted_at, p.vote_id))
    order by p.number, a.state, c.counted_at, a.vote_id`
  ).map(({ slug, title, state, requested, got, asked, ...plan }) => ({
    ...{ ...plan, requested: cents(requested), got: cents(got), asked: cents(asked) },
    vote: { slug, title, state },
  }));
}
