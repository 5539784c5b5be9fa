import type { BodyKind } from '#prisma/programme/types.ts';
import type { Database } from '#app/platform/database.server.ts';
import { noBudgetFilter, type BudgetFilter } from '../budget-filter.ts';
import { grantCount, grantedDecisions, type GrantView } from './granted-decisions.query.server.ts';
import { planLines, type PlanLineView, type Sums } from './plan-lines.query.server.ts';
import { sumBy, sumLines } from './sum-lines.server.ts';

/** What one team may spend and what became of it. All amounts in cents. */
export type TeamBudget = {
  body: { slug: string; name: string; shortName: string; kind: BodyKind };
  totals: Sums;
  years: (Sums & { year: number })[];
  /** Null: for the whole task of the team. */
  actielijnen: (Sums & { actielijn: PlanLineView['actielijn'] })[];
  lines: PlanLineView[];
  /** Teams under this one that have money of their own; not part of the sums above. */
  children: (Sums & { body: { slug: string; name: string } })[];
  decisions: GrantView[];
  decisionCount: number;
  hasExamples: boolean;
};

/** @param filter year, day and page. @returns null when no body has this slug */
export async function teamBudget(
  database: Database,
  slug: string,
  filter: Pick<BudgetFilter, 'year' | 'until' | 'page'>,
): Promise<TeamBudget | null> {
  const body = await database.body.findUnique({
    where: { slug },
    select: {
      slug: true,
      name: true,
      shortName: true,
      kind: true,
      children: { select: { slug: true, children: { select: { slug: true } } } },
    },
  });
  if (body === null) return null;
  const { children, ...head } = body;
  const below = children.flatMap((child) => [child.slug, ...child.children.map((one) => one.slug)]);
  const under = { ...noBudgetFilter, ...filter, body: slug };
  const [all, decisions, decisionCount] = await Promise.all([
    planLines(database, filter.until === null ? {} : { until: filter.until }),
    grantedDecisions(database, under),
    grantCount(database, under),
  ]);
  const own = all.filter((line) => line.body.slug === slug);
  const inYear = (line: PlanLineView) => filter.year === null || line.year === filter.year;
  const lines = own.filter(inYear);
  return {
    body: { ...head, kind: head.kind as BodyKind },
    totals: sumLines(lines),
    years: sumBy(
      own,
      ({ year }) => String(year),
      ({ year }) => ({ year }),
    ),
    actielijnen: sumBy(
      lines,
      ({ actielijn }) => actielijn?.slug ?? '',
      ({ actielijn }) => ({ actielijn }),
    ),
    lines,
    children: sumBy(
      all.filter((line) => below.includes(line.body.slug) && inYear(line)),
      (line) => line.body.slug,
      (line) => ({ body: { slug: line.body.slug, name: line.body.name } }),
    ),
    decisions,
    decisionCount,
    hasExamples: lines.some(({ isExample }) => isExample),
  };
}
