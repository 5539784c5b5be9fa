import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { addMinutes, type Instant } from '#app/kernel/instant.ts';
import type { Cents } from '#app/kernel/money.ts';
import { groundAddress } from '#app/modules/budgets/ground-address.ts';
import { grantedDecisions } from '#app/modules/budgets/queries/granted-decisions.query.server.ts';
import { stageGroups } from '#app/modules/initiatives/list-filter.ts';
import type { Stage } from '#app/modules/initiatives/stage.ts';
import { wijkOf } from '#app/modules/programme/district.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { MapFilter } from '../map-filter.ts';

/** What there is in the wijk or buurt that was chosen on the map: of each kind the newest, the rest behind a link. */
export type MapAreaContent = {
  code: string;
  name: string;
  level: 'wijk' | 'buurt';
  wijk: { code: string; name: string };
  plans: { slug: string; title: string; stage: Stage }[];
  /** Those to come first, the soonest first. */
  evenings: { slug: string; title: string; startsAt: Instant; venueName: string; isToCome: boolean }[];
  /** Of the wijk, also of a buurt. `granted` is the wijk's part. */
  grants: { href: string; title: string; takenOn: CalendarDate; granted: Cents }[];
};

const mostShown = 5;
const minutesOfAYear = 365 * 24 * 60;

/** @returns null when there is no such area */
export async function mapArea(
  database: Database,
  { area: code, theme, stage }: Pick<MapFilter, 'area' | 'theme' | 'stage'>,
  now: Instant,
): Promise<MapAreaContent | null> {
  if (code === '') return null;
  const area = await database.area.findUnique({
    where: { code },
    select: { name: true, level: true, parent: { select: { code: true, name: true } } },
  });
  if (area === null) return null;
  // what is for a whole wijk is also for each of its buurten
  const here = { some: { area: { OR: [{ code: { in: [code, wijkOf(code)] } }, { parentCode: code }] } } };
  const stages: readonly Stage[] = stage === '' ? [] : stageGroups[stage];
  const inArea = { area: { OR: [{ code }, { parentCode: code }] } };
  const [plans, evenings, grants] = await Promise.all([
    database.initiative.findMany({
      where: {
        stage: stages.length === 0 ? { not: 'draft' } : { in: [...stages] },
        areas: here,
        ...(theme === '' ? {} : { themes: { some: { themeSlug: theme } } }),
      },
      select: { slug: true, title: true, stage: true },
      orderBy: [{ submittedAt: { sort: 'desc', nulls: 'last' } }, { title: 'asc' }],
      take: mostShown,
    }),
    database.gathering.findMany({
      where: {
        state: { in: ['announced', 'begun', 'closed'] },
        announcedAt: { not: null },
        endsAt: { gt: addMinutes(now, -minutesOfAYear) },
        gatheringArea: { buurten: { some: inArea } },
      },
      select: { slug: true, title: true, startsAt: true, endsAt: true, venueName: true },
      orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
      take: mostShown,
    }),
    grantedDecisions(database, { wijk: wijkOf(code), theme, stages, page: 1 }),
  ]);
  const dated = evenings.map(({ endsAt, ...evening }) => ({ ...evening, isToCome: endsAt > now }));
  return {
    code,
    name: area.name,
    level: area.level === 'wijk' ? 'wijk' : 'buurt',
    wijk: area.parent ?? { code, name: area.name },
    plans: plans.map((plan) => ({ slug: plan.slug ?? '', title: plan.title, stage: plan.stage as Stage })),
    evenings: [...dated.filter(({ isToCome }) => isToCome).reverse(), ...dated.filter(({ isToCome }) => !isToCome)],
    grants: grants.slice(0, mostShown).map((grant) => ({
      href: groundAddress(grant),
      title: grant.title,
      takenOn: grant.takenOn,
      granted: grant.share?.granted ?? grant.granted,
    })),
  };
}
