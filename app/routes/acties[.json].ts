import { guardLoader } from '#app/http/guard.server.ts';
import { publicJson } from '#app/http/public-json.server.ts';
import { readActionFilter } from '#app/modules/actions/action-filter.ts';
import { allPublicActions } from '#app/modules/actions/queries/public-actions.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** The public list under the filter of the address, all pages at once. Nobody's own: a file is the same for everybody. */
export const loader = guardLoader(everyone, async ({ database, request, url, now }) => {
  const filter = { ...readActionFilter(url.searchParams), isMine: false };
  const actions = await allPublicActions(database, filter, { personId: null, now });
  return publicJson(request, {
    actions: actions.map(({ owner, due, body, number, ...action }) => ({
      number,
      ...action,
      body,
      owner: { organisation: owner.organisation?.name ?? null, role: owner.words },
      due: { kind: due.kind, on: due.on },
      isLate: due.isLate,
      page: `/acties/${String(number)}`,
    })),
  });
});
