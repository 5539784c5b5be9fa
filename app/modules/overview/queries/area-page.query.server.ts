import { grantedDecisions, type GrantView } from '#app/modules/budgets/queries/granted-decisions.query.server.ts';
import { addGrants, type GrantSums } from '#app/modules/budgets/wijk-share.ts';
import { initiativeCards, type InitiativeCardView } from '#app/modules/initiatives/queries/initiative-cards.server.ts';
import { areaOutline, districtViewBox, isAreaCode, wijkOf } from '#app/modules/programme/district.ts';
import type { ProgrammeLocale } from '#app/modules/programme/locale.ts';
import type { Database } from '#app/platform/database.server.ts';
import { initiativesPerBuurt, mapAreas, type MapAreaView } from './area-counts.server.ts';

/** A wijk or buurt: what happens there and what money went there. */
export type AreaPageView = {
  code: string;
  name: string;
  level: 'wijk' | 'buurt';
  wijk: { code: string; name: string };
  viewBox: string;
  /** The other wijken, to draw the map round this one. */
  surroundings: { code: string; name: string; outline: string }[];
  /** The buurten of the wijk. */
  buurten: MapAreaView[];
  initiatives: InitiativeCardView[];
  initiativeCount: number;
  wholeDistrictCount: number;
  bodies: { slug: string; name: string }[];
  /** Of the wijk, also on the page of a buurt: money is divided over wijken and no further (`shareOverWijken`). */
  money: { sums: GrantSums; grants: GrantView[]; count: number };
};

const shownInitiatives = 8;
const shownGrants = 10;

/** @returns null for a code that is no area of the district */
export async function areaPage(
  database: Database,
  code: string,
  locale: ProgrammeLocale,
): Promise<AreaPageView | null> {
  if (!isAreaCode(code)) return null;
  const area = await database.area.findUnique({
    where: { code },
    select: { name: true, level: true, parent: { select: { code: true, name: true } } },
  });
  if (area === null) return null;
  // what is for a whole wijk is also for each of its buurten
  const here = { some: { area: { OR: [{ code: { in: [code, wijkOf(code)] } }, { parentCode: code }] } } };
  const isPublic = { stage: { not: 'draft' } };
  const [wijken, buurten, initiatives, initiativeCount, wholeDistrictCount, bodies, grants] = await Promise.all([
    database.area.findMany({
      where: { level: 'wijk', code: { not: wijkOf(code) } },
      select: { code: true, name: true },
    }),
    initiativesPerBuurt(database, wijkOf(code)),
    database.initiative.findMany({
      where: { ...isPublic, areas: here },
      select: { id: true },
      orderBy: [{ submittedAt: { sort: 'desc', nulls: 'last' } }, { title: 'asc' }],
      take: shownInitiatives,
    }),
    database.initiative.count({ where: { ...isPublic, areas: here } }),
    database.initiative.count({ where: { ...isPublic, wholeDistrict: true } }),
    database.body.findMany({
      where: { areas: here },
      select: { slug: true, name: true },
      orderBy: { position: 'asc' },
    }),
    grantedDecisions(database, { wijk: wijkOf(code) }),
  ]);
  return {
    code,
    name: area.name,
    level: area.level as AreaPageView['level'],
    wijk: area.parent ?? { code, name: area.name },
    viewBox: districtViewBox,
    surroundings: wijken.map((wijk) => ({ ...wijk, outline: areaOutline(wijk.code) })),
    buurten: mapAreas(buurten),
    initiatives: await initiativeCards(
      database,
      initiatives.map(({ id }) => id),
      locale,
    ),
    initiativeCount,
    wholeDistrictCount,
    bodies,
    money: {
      sums: addGrants(grants.flatMap(({ share }) => (share === null ? [] : [share]))),
      grants: grants.slice(0, shownGrants),
      count: grants.length,
    },
  };
}
