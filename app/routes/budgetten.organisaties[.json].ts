import { guardLoader } from '#app/http/guard.server.ts';
import { publicJson } from '#app/http/public-json.server.ts';
import { readBudgetFilter } from '#app/modules/budgets/budget-filter.ts';
import { recipientsJson } from '#app/modules/budgets/queries/public-json.server.ts';
import { recipientsView } from '#app/modules/budgets/queries/recipients.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, request, url }) => {
  const filter = readBudgetFilter(url.searchParams);
  return publicJson(request, recipientsJson(await recipientsView(database, filter), filter));
});
