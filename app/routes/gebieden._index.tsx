import { redirect } from '@remix-run/node';
import { guardLoader } from '#app/http/guard.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** All wijken stand on the map, with a list beside it. */
export const loader = guardLoader(everyone, () => redirect('/kaart'));
