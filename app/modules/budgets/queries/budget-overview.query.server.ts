import { isDeepStrictEqual } from 'node:util';
import { addCents, noMoney, subtractCents, type Cents } from '#app/kernel/money.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { Remember } from '#app/platform/remember.server.ts';
import { looksAtDecisions, noBudgetFilter, type BudgetFilter } from '../budget-filter.ts';
import type { GrantSums } from '../wijk-share.ts';
import type { MoneySourceView } from '../money-source-view.ts';
import { grantCount, grantedDecisions, grantsPerFund, type GrantView } from './granted-decisions.query.server.ts';
import { moneySources, planLines, type PlanLineView, type Sums } from './plan-lines.query.server.ts';
import { lineMatches, sumBy, sumLines } from './sum-lines.server.ts';

type Body = PlanLineView['body'];

/** A source with what lines of the plan got from it. */
export type SourceView = MoneySourceView & { planned: Cents };

/** Where money comes from and goes, under a filter and on a day. All amounts in cents. */
export type BudgetOverview = {
  /** True when only what decisions promised is counted: a line of the plan lies in no wijk and has no recipient. */
  decisionsOnly: boolean;
  totals: Sums;
  teams: (Sums & { body: Body })[];
  years: (Sums & { year: number })[];
  /** Free to spend within the body's task, and labelled for something. */
  free: Sums;
  labelled: Sums;
  /** From a source to a team. */
  flows: { source: PlanLineView['source']; body: Body; amount: Cents }[];
  lines: PlanLineView[];
  /** In money, hours, space and goods; under a filter those that the lines come from. */
  sources: SourceView[];
  /** Of money, what no line got yet; null under a filter that has no part in it. */
  unallocated: Cents | null;
  decisions: GrantView[];
  decisionCount: number;
  hasExamples: boolean;
  options: {
    years: number[];
    bodies: { slug: string; name: string }[];
    sources: { slug: string; name: string; nameEn: string }[];
    actielijnen: { slug: string; title: string }[];
    wijken: { code: string; name: string }[];
    organisations: { slug: string; name: string }[];
  };
};

/** The public budget under a filter. Reads sums per day, never entries. */
export async function budgetOverview(
  { database, remember }: { database: Database; remember: Remember },
  filter: BudgetFilter,
): Promise<BudgetOverview> {
  const decisionsOnly = looksAtDecisions(filter);
  const [{ all, everySource, wijken, organisations }, { decisions, decisionCount }, perFund] = await Promise.all([
    filter.until === null
      ? remember('the budget now', async (reading) => wholeBudget(reading, null))
      : wholeBudget(database, filter.until),
    isOpening(filter)
      ? remember(`the newest grants ${String(filter.year)}`, async (reading) => grantsOf(reading, filter))
      : grantsOf(database, filter),
    decisionsOnly ? grantsPerFund(database, filter) : new Map<string, GrantSums>(),
  ]);
  const inEveryYear = decisionsOnly ? onlyGranted(all, perFund) : all.filter((line) => belongs(line, filter));
  const lines = inEveryYear.filter(({ year }) => filter.year === null || year === filter.year);
  const isNarrowed = decisionsOnly || filter.year !== null || filter.body + filter.actielijn + filter.text !== '';
  const sources = everySource.map((source) => ({ ...source, planned: plannedOf(source, all) }));
  const shown = sources.filter(
    ({ slug }) =>
      (filter.source === '' && !isNarrowed) ||
      slug === filter.source ||
      lines.some((line) => line.source.slug === slug),
  );
  return {
    decisionsOnly,
    totals: sumLines(lines),
    teams: sumBy(
      lines,
      ({ body }) => body.slug,
      ({ body }) => ({ body }),
    ),
    years: sumBy(
      inEveryYear,
      ({ year }) => String(year),
      ({ year }) => ({ year }),
    ),
    free: sumLines(lines.filter(({ label }) => label === '')),
    labelled: sumLines(lines.filter(({ label }) => label !== '')),
    flows: sumBy(
      lines,
      ({ source, body }) => `${source.slug} ${body.slug}`,
      ({ source, body }) => ({ source, body }),
    ).map(({ source, body, budget }) => ({ source, body, amount: budget })),
    lines,
    sources: shown,
    unallocated: isNarrowed
      ? null
      : addCents(noMoney, ...shown.filter(({ form }) => form === 'money').map((source) => source.unallocated)),
    decisions,
    decisionCount,
    hasExamples: [...lines, ...shown].some(({ isExample }) => isExample),
    options: { ...optionsOf(all), wijken, organisations },
  };
}

/** The same under every filter. */
async function wholeBudget(database: Database, until: BudgetFilter['until']) {
  const day = until === null ? {} : { until };
  const [all, everySource, wijken, organisations] = await Promise.all([
    planLines(database, day),
    moneySources(database, day),
    database.area.findMany({ where: { level: 'wijk' }, select: { code: true, name: true }, orderBy: { code: 'asc' } }),
    receivers(database),
  ]);
  return { all, everySource, wijken, organisations };
}

async function grantsOf(database: Database, filter: BudgetFilter) {
  const [decisions, decisionCount] = await Promise.all([
    grantedDecisions(database, filter),
    grantCount(database, filter),
  ]);
  return { decisions, decisionCount };
}

/** As everybody opens it: at most a year is chosen. */
const isOpening = (filter: BudgetFilter): boolean => isDeepStrictEqual({ ...filter, year: null }, noBudgetFilter);

function belongs(line: PlanLineView, { body, source, actielijn, text }: BudgetFilter): boolean {
  return (
    (body === '' || line.body.slug === body) &&
    (source === '' || line.source.slug === source) &&
    (actielijn === '' || line.actielijn?.slug === actielijn) &&
    (text === '' || lineMatches(line, text))
  );
}

/** The same lines with no more than what these decisions promised from them. */
function onlyGranted(all: readonly PlanLineView[], funds: ReadonlyMap<string, GrantSums>): PlanLineView[] {
  return all.flatMap((line) => {
    const promised = funds.get(line.slug);
    if (promised === undefined) return [];
    const { granted, paid, committed, released } = promised;
    return [{ ...line, budget: subtractCents(granted, released), paid, committed, released, available: noMoney }];
  });
}

function plannedOf(source: MoneySourceView, lines: readonly PlanLineView[]): Cents {
  return sumLines(lines.filter((line) => line.source.slug === source.slug)).budget;
}

function optionsOf(lines: readonly PlanLineView[]) {
  const bySlug = <Option extends { slug: string }>(options: readonly Option[]): Option[] => [
    ...new Map(options.map((option) => [option.slug, option])).values(),
  ];
  return {
    years: [...new Set(lines.map(({ year }) => year))],
    bodies: bySlug(lines.map(({ body }) => ({ slug: body.slug, name: body.name }))),
    sources: bySlug(lines.map(({ source }) => source)),
    actielijnen: bySlug(lines.flatMap(({ actielijn }) => (actielijn === null ? [] : [actielijn]))),
  };
}

/** Organisations that a decision or small spending ever gave money to. */
async function receivers(database: Database): Promise<{ slug: string; name: string }[]> {
  return database.organisation.findMany({
    where: {
      OR: [
        { initiatives: { some: { decisions: { some: { state: 'confirmed', outcome: 'grant' } } } } },
        { spendings: { some: { state: 'confirmed' } } },
      ],
    },
    select: { slug: true, name: true },
    orderBy: { name: 'asc' },
  });
}
