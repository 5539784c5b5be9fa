import { guardLoader } from '#app/http/guard.server.ts';
import { publicJson } from '#app/http/public-json.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { fundJson } from '#app/modules/ledger/queries/fund-json.server.ts';
import { fundPage, readSequence } from '#app/modules/ledger/queries/fund-page.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, params, request, url }) => {
  const view = await fundPage(database, params.slug ?? '', { before: readSequence(url.searchParams.get('voor')) });
  if (view === null) throw notFound();
  return publicJson(request, fundJson(view));
});
