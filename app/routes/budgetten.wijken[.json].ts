import { guardLoader } from '#app/http/guard.server.ts';
import { publicJson } from '#app/http/public-json.server.ts';
import { readBudgetFilter } from '#app/modules/budgets/budget-filter.ts';
import { wijkenJson } from '#app/modules/budgets/queries/public-json.server.ts';
import { wijkMoney } from '#app/modules/budgets/queries/wijk-money.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, request, url }) => {
  const filter = readBudgetFilter(url.searchParams);
  return publicJson(request, wijkenJson(await wijkMoney(database, filter), filter));
});
