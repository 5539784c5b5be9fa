import { planLines, type Sums } from '#app/modules/budgets/queries/plan-lines.query.server.ts';
import { sumLines } from '#app/modules/budgets/queries/sum-lines.server.ts';
import type { BudgetFilter } from '#app/modules/budgets/budget-filter.ts';
import type { Database } from '#app/platform/database.server.ts';

/** Every wijkalliantie with what became of its money, also those without any. All amounts in cents. */
export type AllianceMoneyView = {
  alliances: (Sums & { slug: string; name: string })[];
  totals: Sums;
  /** Years in which one of them has money, the newest first. */
  years: number[];
  hasExamples: boolean;
};

export async function allianceMoney(
  database: Database,
  { year, until }: Pick<BudgetFilter, 'year' | 'until'>,
): Promise<AllianceMoneyView> {
  const [bodies, all] = await Promise.all([
    database.body.findMany({
      where: { kind: 'wijkalliantie' },
      orderBy: [{ position: 'asc' }, { name: 'asc' }],
      select: { slug: true, name: true },
    }),
    planLines(database, until === null ? {} : { until }),
  ]);
  const own = all.filter(({ body }) => body.kind === 'wijkalliantie');
  const lines = own.filter((line) => year === null || line.year === year);
  return {
    alliances: bodies.map((body) => ({ ...body, ...sumLines(lines.filter((line) => line.body.slug === body.slug)) })),
    totals: sumLines(lines),
    years: [...new Set(own.map((line) => line.year))],
    hasExamples: lines.some(({ isExample }) => isExample),
  };
}
