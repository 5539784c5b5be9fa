import { guardLoader } from '#app/http/guard.server.ts';
import { publicJson } from '#app/http/public-json.server.ts';
import { allianceMoneyJson } from '#app/modules/alliances/queries/alliance-json.server.ts';
import { allianceMoney } from '#app/modules/alliances/queries/alliance-money.query.server.ts';
import { readBudgetFilter } from '#app/modules/budgets/budget-filter.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, request, url }) => {
  const filter = readBudgetFilter(url.searchParams);
  return publicJson(request, allianceMoneyJson(await allianceMoney(database, filter), filter));
});
