import { guardLoader } from '#app/http/guard.server.ts';
import { readsPlanImports } from '#app/modules/budgets/policy.ts';
import { examplePlan } from '#app/modules/budgets/queries/plan-import.query.server.ts';

/** A small plan to begin from, with sources and teams that are there. */
export const loader = guardLoader(readsPlanImports, async ({ database }) => {
  return new Response(await examplePlan(database), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="voorbeeld-bestedingsplan.csv"',
      'Cache-Control': 'private, no-store',
    },
  });
});
