import { guardLoader } from '#app/http/guard.server.ts';
import { problemResponse } from '#app/http/problem.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** Whatever is no address of the API. */
export const loader = guardLoader(everyone, ({ request }) => problemResponse(request, 'unknown-address'));
