import { redirect } from '@remix-run/node';
import { guardLoader } from '#app/http/guard.server.ts';
import { draftHref } from '#app/modules/initiatives/steps.ts';
import { signedIn } from '#app/modules/people/policy.ts';

/** A draft opens at its first step. */
export const loader = guardLoader(signedIn, ({ params }) => redirect(draftHref(encodeURIComponent(params.id ?? ''))));
