import { redirect } from '@remix-run/node';
import { guardLoader } from '#app/http/guard.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { minutesOfNumber } from '#app/modules/meetings/queries/minutes-in-log.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** From a line of the log to the minutes that it is of. */
export const loader = guardLoader(everyone, async ({ database, params }) => {
  const found = await minutesOfNumber(database, params.number ?? '');
  if (found === null) throw notFound();
  return redirect(`/vergaderingen/${found.slug}/verslag`);
});
