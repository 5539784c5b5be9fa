import type { EventKind } from '#app/modules/initiatives/stage.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import type { Subject } from '../subject.ts';

/** Something public that happened to what somebody follows. */
export type NewsItem = {
  what: 'decision' | 'step' | 'gathering' | 'meeting' | 'minutes' | 'found';
  /** Of a step: which. */
  step: EventKind | null;
  title: string;
  path: string;
  at: Date;
};

/** A moment from which until before another. */
export type Between = { from: Date; until: Date };

type Happened = Exclude<NewsItem['what'], 'found'>;

type Row = Omit<NewsItem, 'path' | 'what'> & { what: Happened; key: string; slug: string };

/** Most of one mail; who wants it all finds it on the pages. */
const mostItems = 100;

/**
 * What happened to what is followed from a moment until before another, oldest first, each once. A decision on a plan is told as
 * the decision and not as a step of the plan.
 */
async function newsOf(
  database: Database | Transaction,
  subjects: readonly Subject[],
  { from, until }: Between,
): Promise<NewsItem[]> {
  if (subjects.length === 0) return [];
  const keys = (kind: Subject['kind']) => subjects.filter((one) => one.kind === kind).map(({ key }) => key);
  const [bodies, themes, wijken, plans] = [keys('body'), keys('theme'), keys('wijk'), keys('initiative')];
  const followed = (body: Prisma.Sql) => Prisma.sql`(
    ${body} in (select id from body where slug = any (${bodies}))
    or i.slug = any (${plans})
    or exists (select from initiative_theme t where t.initiative_id = i.id and t.theme_slug = any (${themes}))
    or (i.whole_district and cardinality(${wijken}::text[]) > 0)
    or exists (select from initiative_area a join area on area.code = a.area_code
      where a.initiative_id = i.id and (area.code = any (${wijken}) or area.parent_code = any (${wijken}))))`;
  const rows = await database.$queryRaw<Row[]>`
    select * from (
      select 'step' as what, e.sequence::text as key, e.kind as step, i.title, i.slug, e.occurred_at as at
        from initiative_event e join initiative i on i.id = e.initiative_id
        where i.stage <> 'draft' and i.slug is not null and e.kind <> 'decided'
          and e.occurred_at >= ${from} and e.occurred_at < ${until} and ${followed(Prisma.sql`coalesce(e.body_id, i.body_id)`)}
      union all
      select 'decision', d.number, null, d.title, d.number, d.confirmed_at
        from decision d left join initiative i on i.id = d.initiative_id
        where d.state = 'confirmed' and d.number is not null
          and d.confirmed_at >= ${from} and d.confirmed_at < ${until} and ${followed(Prisma.sql`d.body_id`)}
      union all
      select 'gathering', g.slug, null, g.title, g.slug, g.announced_at
        from gathering g
        where g.state <> 'concept' and g.announced_at >= ${from} and g.announced_at < ${until}
          and exists (select from gathering_area_buurt b join area on area.code = b.area_code
            where b.gathering_area_id = g.gathering_area_id and area.parent_code = any (${wijken}))
      union all
      select 'meeting', m.slug, null, m.title, m.slug, m.agenda_published_at
        from meeting m join body b on b.id = m.body_id
        where m.state = 'announced' and m.agenda_published_at >= ${from} and m.agenda_published_at < ${until}
          and b.slug = any (${bodies})
      union all
      select 'minutes', v.id::text, null, m.title, m.slug || '/verslag', p.published_at
        from minutes_publication p join minutes_version v on v.id = p.version_id join minutes n on n.id = v.minutes_id
        join meeting m on m.id = n.meeting_id join body b on b.id = m.body_id
        where p.published_at >= ${from} and p.published_at < ${until} and b.slug = any (${bodies})) found
    order by at, what, key limit ${mostItems}`;
  return rows.map(({ slug, key: _key, ...row }) => ({ ...row, path: `${folders[row.what]}/${slug}` }));
}

const folders = {
  step: '/initiatieven',
  decision: '/besluiten',
  gathering: '/ontmoet',
  meeting: '/vergaderingen',
  minutes: '/vergaderingen',
} as const satisfies Record<Happened, string>;

/** The same with what saved searches find: what two of them find, or what was told already, is told once. */
export async function newsAndHits(
  database: Database | Transaction,
  subjects: readonly Subject[],
  between: Between,
  hitsOf: (key: string) => Promise<NewsItem[]>,
): Promise<NewsItem[]> {
  const happened = await newsOf(database, subjects, between);
  const told = new Set(happened.map(({ path }) => path));
  const found: NewsItem[] = [];
  for (const { key } of subjects.filter(({ kind }) => kind === 'search'))
    for (const item of await hitsOf(key)) {
      if (!told.has(item.path)) found.push(item);
      told.add(item.path);
    }
  return [...happened, ...found].slice(0, mostItems);
}
