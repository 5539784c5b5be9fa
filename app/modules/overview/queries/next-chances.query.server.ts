import { dayInAmsterdam, fromDateColumn, toDateColumn } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { NextChances } from '../next-chances.ts';

const most = 3;

/** Plans that did not get money, by where they are and what they are about. */
type Plans = { areaCodes: readonly string[]; initiativeIds: readonly string[] };

/**
 * Where plans that did not get money can go now: rounds that are open, of a body for one of these areas or of a theme of these plans, and
 * whose fund holds money that nothing is promised of; and gatherings of Meet & Match, the first ones first. No votes: their lists
 * are fixed from the announcement on.
 */
export async function nextChances(database: Database, plans: Plans, now: Instant): Promise<NextChances> {
  const [rounds, gatherings] = await Promise.all([
    openRounds(database, plans, now),
    database.gathering.findMany({
      where: { state: 'announced', startsAt: { gt: now } },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      take: most,
      select: { slug: true, title: true, startsAt: true },
    }),
  ]);
  return { rounds, gatherings };
}

async function openRounds(
  database: Database,
  { areaCodes, initiativeIds }: Plans,
  now: Instant,
): Promise<NextChances['rounds']> {
  const today = dayInAmsterdam(now);
  const rows = await database.$queryRaw<{ slug: string; title: string; bodyName: string; closesOn: Date }[]>`
    select r.slug, r.title, b.name as "bodyName", r.closes_on as "closesOn"
    from round r join body b on b.id = r.body_id
    where r.state <> 'closed' and r.closes_on >= ${toDateColumn(today)}::date
      and (exists (select from body_area a where a.body_id = b.id and (a.area_code = any(${[...areaCodes]}::text[])
          or exists (select from area n where n.parent_code = a.area_code and n.code = any(${[...areaCodes]}::text[]))))
        or exists (select from body_theme t join initiative_theme i on i.theme_slug = t.theme_slug
          where t.body_id = b.id and i.initiative_id = any(${[...initiativeIds]}::uuid[])))
      and exists (select from fund f join ledger_account a on a.id = f.available_account_id
        where (f.id = r.fund_id or (r.fund_id is null and f.body_id = b.id and f.year >= ${Number(today.slice(0, 4))}::int))
          and a.balance_cents > a.reserved_cents)
    order by r.closes_on, r.slug limit ${most}::int`;
  return rows.map(({ closesOn, ...round }) => ({ ...round, closesOn: fromDateColumn(closesOn) }));
}
