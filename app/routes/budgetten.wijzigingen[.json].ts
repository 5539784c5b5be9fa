import { guardLoader } from '#app/http/guard.server.ts';
import { changesHref, readChangeFilter } from '#app/modules/budgets/change-filter.ts';
import { changeRegister } from '#app/modules/budgets/queries/change-register.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** The register of changes as a file, by the same filter and pages as on the screen; amounts in cents. */
export const loader = guardLoader(everyone, async ({ database, url }) => {
  const filter = readChangeFilter(url.searchParams);
  const { changes, total, page, pageCount } = await changeRegister(database, filter);
  const file = {
    total,
    page,
    pageCount,
    next: page < pageCount ? changesHref({ ...filter, page: page + 1 }, url.pathname) : null,
    changes: changes.map(({ amount, ...change }) => ({
      ...change,
      amountCents: amount,
      page: `/budgetten/wijzigingen/${change.number}`,
    })),
  };
  return Response.json(file, { headers: { 'Cache-Control': 'no-cache', 'Access-Control-Allow-Origin': '*' } });
});
