import { dayInAmsterdam, fromDateColumn, toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import { otherPlaces } from '#app/modules/budgets/budget-filter.ts';
import { groundAddress } from '#app/modules/budgets/ground-address.ts';
import { isSlug } from '#app/modules/initiatives/slug.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { fewestBehindNumber } from '../claim.ts';
import type { ActivityPage, GroundLink, OpenActivities, OwnPart, PublicActivity } from '../volunteer-views.ts';
import { activityFigure } from './public-allowances.query.server.ts';

const place = { code: true, name: true } as const;

/** Columns that everybody may read. */
const publicColumns = {
  slug: true,
  name: true,
  hourCents: true,
  hourYoungCents: true,
  paysExpenses: true,
  beginsOn: true,
  endsOn: true,
  area: { select: place },
  body: { select: { slug: true, name: true } },
} as const;

type PublicRow = Pick<PublicActivity, 'slug' | 'name' | 'paysExpenses' | 'area' | 'body'> & {
  hourCents: number;
  hourYoungCents: number;
  beginsOn: Date;
  endsOn: Date;
};

function publicActivity(row: PublicRow): PublicActivity {
  return {
    slug: row.slug,
    name: row.name,
    body: row.body,
    area: row.area,
    hour: cents(row.hourCents),
    hourYoung: cents(row.hourYoungCents),
    paysExpenses: row.paysExpenses,
    beginsOn: fromDateColumn(row.beginsOn),
    endsOn: fromDateColumn(row.endsOn),
  };
}

/**
 * Activities where people can sign up, those of one team together and the newest of them first.
 * @param area code of a wijk, `otherPlaces.district`, or null for all; a code that is no wijk filters nothing
 */
export async function openActivities(
  database: Database,
  { area, today }: { area: string | null; today: CalendarDate },
): Promise<OpenActivities> {
  const rows = await database.activity.findMany({
    where: { state: 'open', endsOn: { gte: toDateColumn(today) } },
    orderBy: [{ body: { position: 'asc' } }, { body: { name: 'asc' } }, { openedAt: 'desc' }, { slug: 'asc' }],
    select: publicColumns,
  });
  const all = rows.map(publicActivity);
  const asked =
    area === null ? null : await database.area.findFirst({ where: { code: area, level: 'wijk' }, select: place });
  const chosen = asked?.code ?? (area === otherPlaces.district ? area : '');
  const places = [...all.map((one) => one.area), asked].filter((one) => one !== null);
  const areas = new Map(places.map((one) => [one.code, one]));
  return {
    activities: all.filter((one) => chosen === '' || (one.area?.code ?? otherPlaces.district) === chosen),
    areas: [...areas.values()].sort((one, other) => one.name.localeCompare(other.name, 'nl')),
    area: chosen,
  };
}

/** One activity for everybody, open or closed. @returns null when there is none at this address */
export async function activityPage(database: Database, slug: string): Promise<ActivityPage | null> {
  if (!isSlug(slug)) return null;
  const row = await database.activity.findUnique({
    where: { slug },
    select: {
      ...publicColumns,
      id: true,
      description: true,
      state: true,
      budgetCents: true,
      normReason: true,
      initiative: { select: { slug: true, title: true } },
      decision: { select: { number: true, title: true, fund: { select: { year: true } } } },
      spending: { select: { number: true, what: true, fund: { select: { year: true } } } },
      _count: { select: { volunteers: { where: { leftAt: null } } } },
    },
  });
  if (row === null) return null;
  const { decision, spending, _count: count } = row;
  return {
    ...publicActivity(row),
    description: row.description,
    isOpen: row.state === 'open',
    budget: cents(row.budgetCents),
    normReason: row.normReason,
    ground: groundOf(row.body, decision, spending),
    initiative: row.initiative?.slug == null ? null : { slug: row.initiative.slug, title: row.initiative.title },
    volunteers: count.volunteers >= fewestBehindNumber ? count.volunteers : null,
    approved: await activityFigure(database, row.id),
  };
}

type Ground = { number: string | null; fund: { year: number } | null };

/** Confirmed decisions and spendings have a number; an activity has exactly one of the two (`activity_one_ground`). */
function groundOf(
  body: PublicActivity['body'],
  decision: (Ground & { title: string }) | null,
  spending: (Ground & { what: string }) | null,
): GroundLink {
  const ground = decision ?? spending;
  if (ground?.number == null || ground.fund === null) throw new Error('an activity without a promise');
  const { number, fund } = ground;
  const kind = decision === null ? 'spending' : 'decision';
  return {
    kind,
    number,
    title: decision?.title ?? spending?.what ?? '',
    href: groundAddress({ ground: kind, number, body, fund }),
  };
}

/** Whether the actor takes part in an activity. @returns null when there is none at this address */
export async function ownPart(database: Database, actor: SignedIn, slug: string): Promise<OwnPart | null> {
  if (!isSlug(slug)) return null;
  const row = await database.activity.findUnique({
    where: { slug },
    select: { id: true, volunteers: { where: { personId: actor.person.id }, select: { leftAt: true } } },
  });
  if (row === null) return null;
  const [mine] = row.volunteers;
  return {
    activityId: row.id,
    takesPart: mine === undefined ? 'never' : mine.leftAt === null ? 'now' : 'left',
    leftOn: mine?.leftAt == null ? null : dayInAmsterdam(mine.leftAt),
  };
}
