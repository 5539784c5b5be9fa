import type { EventKind } from '#app/modules/initiatives/stage.ts';
import type { Database } from '#app/platform/database.server.ts';
import { Prisma } from '#app/platform/prisma/client.ts';

/** What a feed is about. */
export type FeedScope = { kind: 'all' } | { kind: 'body' | 'theme' | 'wijk'; key: string };

/** Something that happened: a step of an initiative, a decision, a gathering or vote that was announced, a result, an agenda or minutes. */
export type FeedItem = {
  what: 'step' | 'decision' | 'gathering' | 'meeting' | 'minutes' | 'vote' | 'vote-result';
  /** Sequence of the step, number of the decision, slug of the gathering, meeting or vote, number and version of minutes. */
  key: string;
  /** Of a step: which. */
  step: EventKind | null;
  /** Title of the initiative, decision, gathering, meeting or vote. */
  title: string;
  path: string;
  /** Why, in public words; empty: nothing was said. */
  text: string;
  at: Date;
};

/** Entries of a feed: who comes by less often follows the dataset. */
const mostItems = 50;

type Row = Omit<FeedItem, 'path'> & { slug: string };

/** @returns the name of what the feed is about; empty for everything, null when there is no such body, theme or wijk */
export async function feedName(database: Database, scope: FeedScope, locale: 'nl' | 'en'): Promise<string | null> {
  switch (scope.kind) {
    case 'all':
      return '';
    case 'body':
      return (await database.body.findUnique({ where: { slug: scope.key }, select: { name: true } }))?.name ?? null;
    case 'theme': {
      const theme = await database.theme.findUnique({
        where: { slug: scope.key },
        select: { name: true, nameEn: true },
      });
      return theme === null ? null : locale === 'en' ? theme.nameEn : theme.name;
    }
    case 'wijk': {
      const where = { code: scope.key, level: 'wijk' };
      return (await database.area.findFirst({ where, select: { name: true } }))?.name ?? null;
    }
  }
}

/** What happened last. A decision on a plan is told once, as the decision and not as a step of the plan. */
export async function feedItems(database: Database, scope: FeedScope): Promise<FeedItem[]> {
  const rows = await database.$queryRaw<Row[]>`
    select * from (
      (select 'step' as what, e.sequence::text as key, e.kind as step, i.title, i.slug, coalesce(e.reason, '') as text, e.occurred_at as at
        from initiative_event e join initiative i on i.id = e.initiative_id
        where i.stage <> 'draft' and i.slug is not null and e.kind <> 'decided' and ${ofInitiative(scope, Prisma.sql`coalesce(e.body_id, i.body_id)`)}
        order by e.occurred_at desc, e.sequence desc limit ${mostItems})
      union all
      (select 'decision', d.number, null, d.title, d.number, d.motivation, coalesce(d.confirmed_at, d.taken_on::timestamptz)
        from decision d left join initiative i on i.id = d.initiative_id
        where d.state = 'confirmed' and d.number is not null and d.receipt is not null and ${ofInitiative(scope, Prisma.sql`d.body_id`)}
        order by 7 desc, d.number desc limit ${mostItems})
      union all
      (select 'gathering', g.slug, null, g.title, g.slug, g.about, g.announced_at
        from gathering g where g.announced_at is not null and g.state <> 'concept' and ${ofGathering(scope)}
        order by g.announced_at desc, g.slug limit ${mostItems})
      union all
      (select 'meeting', m.slug, null, m.title, m.slug, m.about, m.agenda_published_at
        from meeting m where m.state = 'announced' and m.agenda_published_at is not null and ${ofMeeting(scope)}
        order by m.agenda_published_at desc, m.slug limit ${mostItems})
      union all
      (select 'minutes', n.number || '-' || v.version, null, m.title, m.slug || '/verslag', '', p.published_at
        from minutes_publication p join minutes_version v on v.id = p.version_id join minutes n on n.id = v.minutes_id
          join meeting m on m.id = n.meeting_id
        where p.published <> '' and ${ofMeeting(scope)}
        order by p.published_at desc, v.id limit ${mostItems})
      union all
      (select case p.kind when 'ballots' then 'vote-result' else 'vote' end, v.slug || case when p.attempt > 1 then '-' || p.attempt else '' end, null, v.title, v.slug, v.question, p.published_at
        from vote_publication p join vote v on v.id = p.vote_id
        where v.state <> 'cancelled' and ${ofVote(scope)}
        order by p.published_at desc, v.id limit ${mostItems})) found
    order by at desc, what, key limit ${mostItems}`;
  return rows.map(({ slug, ...row }) => ({ ...row, path: `${folders[row.what]}/${slug}` }));
}

const folders = {
  ...{ step: '/initiatieven', decision: '/besluiten', gathering: '/ontmoet' },
  ...{ meeting: '/vergaderingen', minutes: '/vergaderingen', vote: '/stemmen', 'vote-result': '/stemmen' },
} as const;

function ofInitiative(scope: FeedScope, bodyId: Prisma.Sql): Prisma.Sql {
  switch (scope.kind) {
    case 'all':
      return Prisma.sql`true`;
    case 'body':
      return Prisma.sql`${bodyId} = (select id from body where slug = ${scope.key})`;
    case 'theme':
      return Prisma.sql`exists (select from initiative_theme t where t.initiative_id = i.id and t.theme_slug = ${scope.key})`;
    case 'wijk':
      return Prisma.sql`(i.whole_district or exists (select from initiative_area a join area on area.code = a.area_code
        where a.initiative_id = i.id and ${scope.key} in (area.code, area.parent_code)))`;
  }
}

function ofMeeting(scope: FeedScope): Prisma.Sql {
  if (scope.kind === 'all') return Prisma.sql`true`;
  if (scope.kind !== 'body') return Prisma.sql`false`;
  return Prisma.sql`m.body_id = (select id from body where slug = ${scope.key})`;
}

function ofVote(scope: FeedScope): Prisma.Sql {
  switch (scope.kind) {
    case 'all':
      return Prisma.sql`true`;
    case 'body':
      return Prisma.sql`v.body_id = (select id from body where slug = ${scope.key})`;
    case 'theme':
      return Prisma.sql`false`;
    case 'wijk':
      return Prisma.sql`exists (select from vote_area a join area on area.code = a.area_code
        where a.vote_id = v.id and ${scope.key} in (area.code, area.parent_code))`;
  }
}

function ofGathering(scope: FeedScope): Prisma.Sql {
  if (scope.kind === 'all') return Prisma.sql`true`;
  if (scope.kind !== 'wijk') return Prisma.sql`false`;
  return Prisma.sql`exists (select from gathering_area_buurt b join area on area.code = b.area_code
    where b.gathering_area_id = g.gathering_area_id and area.parent_code = ${scope.key})`;
}
