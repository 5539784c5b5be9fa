import { toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { initiativeCards, type InitiativeCardView } from '#app/modules/initiatives/queries/initiative-cards.server.ts';
import { districtViewBox } from '#app/modules/programme/district.ts';
import { inLocale, type ProgrammeLocale } from '#app/modules/programme/locale.ts';
import type { FundMoney } from '#app/modules/ledger/fund-balances.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { Remember } from '#app/platform/remember.server.ts';
import { initiativesPerWijk, mapAreas, type MapAreaView } from './area-counts.server.ts';
import {
  decisionLine,
  decisionLineSelect,
  fundLine,
  fundLineSelect,
  roundLine,
  roundLineSelect,
  sumFunds,
  type DecisionLine,
  type RoundLine,
} from './cards.server.ts';

/** The home page: the programme at a glance, as it is now. */
export type HomeView = {
  counts: { initiatives: number; running: number; wholeDistrict: number; decisions: number };
  viewBox: string;
  wijken: MapAreaView[];
  themes: { slug: string; name: string; count: number }[];
  latestDecisions: DecisionLine[];
  openRounds: RoundLine[];
  running: InitiativeCardView[];
  /** All funds together; null while there are none. */
  money: (FundMoney & { fundCount: number; hasExamples: boolean }) | null;
};

const shownToPublic = { stage: { not: 'draft' } };

export async function homeView(
  { database, remember }: { database: Database; remember: Remember },
  today: CalendarDate,
  locale: ProgrammeLocale,
): Promise<HomeView> {
  const [plans, { decisions, latest, funds }, rounds, running] = await Promise.all([
    remember('plans of the home page', countPlans),
    remember('decisions and money of the home page', decisionsAndMoney),
    database.round.findMany({
      where: { state: 'open', closesOn: { gte: toDateColumn(today) } },
      select: roundLineSelect,
      orderBy: { closesOn: 'asc' },
      take: 3,
    }),
    remember(`running plans of the home page ${locale}`, async (reading) => runningPlans(reading, locale)),
  ]);
  const { wijken, byStage, wholeDistrict, themes } = plans;
  const lines = funds.map(fundLine);
  return {
    counts: {
      initiatives: byStage.reduce((sum, { _count }) => sum + _count, 0),
      running: byStage
        .filter(({ stage }) => stage === 'running' || stage === 'granted')
        .reduce((sum, { _count }) => sum + _count, 0),
      wholeDistrict,
      decisions,
    },
    viewBox: districtViewBox,
    wijken: mapAreas(wijken),
    themes: themes.map(({ slug, name, nameEn, _count }) => ({
      slug,
      name: inLocale(locale, name, nameEn),
      count: _count.initiatives,
    })),
    latestDecisions: latest.map(decisionLine),
    openRounds: rounds.map(roundLine),
    running,
    money:
      lines.length === 0
        ? null
        : { ...sumFunds(lines), fundCount: lines.length, hasExamples: lines.some(({ isExample }) => isExample) },
  };
}

async function decisionsAndMoney(database: Database) {
  const [decisions, latest, funds] = await Promise.all([
    database.decision.count({ where: { state: 'confirmed' } }),
    database.decision.findMany({
      where: { state: 'confirmed' },
      select: decisionLineSelect,
      orderBy: [{ takenOn: 'desc' }, { number: 'desc' }],
      take: 4,
    }),
    database.fund.findMany({ select: fundLineSelect }),
  ]);
  return { decisions, latest, funds };
}

async function runningPlans(database: Database, locale: ProgrammeLocale): Promise<InitiativeCardView[]> {
  const running = await database.initiative.findMany({
    where: { stage: { in: ['granted', 'running'] } },
    select: { id: true },
    orderBy: [{ submittedAt: { sort: 'desc', nulls: 'last' } }, { updatedAt: 'desc' }, { id: 'asc' }],
    take: 6,
  });
  return initiativeCards(
    database,
    running.map(({ id }) => id),
    locale,
  );
}

async function countPlans(database: Database) {
  const [wijken, byStage, wholeDistrict, themes] = await Promise.all([
    initiativesPerWijk(database),
    database.initiative.groupBy({ by: ['stage'], where: shownToPublic, _count: true }),
    database.initiative.count({ where: { ...shownToPublic, wholeDistrict: true } }),
    database.theme.findMany({
      select: {
        slug: true,
        name: true,
        nameEn: true,
        _count: { select: { initiatives: { where: { initiative: shownToPublic } } } },
      },
      orderBy: { position: 'asc' },
    }),
  ]);
  return { wijken, byStage, wholeDistrict, themes };
}
