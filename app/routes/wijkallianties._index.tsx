import { redirect } from '@remix-run/node';
import { guardLoader } from '#app/http/guard.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** An address that people guess: the wijkallianties stand with the other teams. */
export const loader = guardLoader(everyone, () => redirect('/opgaveteams#wijkallianties'));
