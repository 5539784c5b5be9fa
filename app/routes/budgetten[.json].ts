import { guardLoader } from '#app/http/guard.server.ts';
import { publicJson } from '#app/http/public-json.server.ts';
import { readBudgetFilter } from '#app/modules/budgets/budget-filter.ts';
import { budgetOverview } from '#app/modules/budgets/queries/budget-overview.query.server.ts';
import { overviewJson } from '#app/modules/budgets/queries/public-json.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, remember, request, url }) => {
  const filter = readBudgetFilter(url.searchParams);
  return publicJson(request, overviewJson(await budgetOverview({ database, remember }, filter), filter));
});
