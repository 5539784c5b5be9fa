import { guardLoader } from '#app/http/guard.server.ts';
import { openResponse } from '#app/http/open-response.server.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { areaShapes } from '#app/modules/programme/queries/area-shapes.query.server.ts';

/** Borders change when an operator imports a file: seldom, so a browser may keep them for an hour. */
export const loader = guardLoader(everyone, async ({ database, request }) =>
  openResponse(request, {
    text: JSON.stringify(await areaShapes(database)),
    contentType: 'application/geo+json; charset=utf-8',
    maxAge: 3600,
  }),
);
