import { guardLoader } from '#app/http/guard.server.ts';
import { publicJson } from '#app/http/public-json.server.ts';
import { allowancesJson } from '#app/modules/allowances/queries/allowances-json.server.ts';
import { publicAllowances } from '#app/modules/allowances/queries/public-allowances.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, request }) =>
  publicJson(request, allowancesJson(await publicAllowances(database))),
);
