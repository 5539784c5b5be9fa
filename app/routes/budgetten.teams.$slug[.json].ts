import { guardLoader } from '#app/http/guard.server.ts';
import { publicJson } from '#app/http/public-json.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { readBudgetFilter } from '#app/modules/budgets/budget-filter.ts';
import { teamJson } from '#app/modules/budgets/queries/public-json.server.ts';
import { teamBudget } from '#app/modules/budgets/queries/team-budget.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, params, request, url }) => {
  const filter = readBudgetFilter(url.searchParams);
  const view = await teamBudget(database, params.slug ?? '', filter);
  if (view === null) throw notFound();
  return publicJson(request, teamJson(view, filter));
});
