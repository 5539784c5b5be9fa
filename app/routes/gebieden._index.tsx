import { redirect } from '@remix-run/node';
import { guardLoader } from '#app/http/guard.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** The map of all wijken stands on the home page. */
export const loader = guardLoader(everyone, () => redirect('/#kaart'));
