import { redirect } from '@remix-run/node';
import { guardLoader } from '#app/http/guard.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { themes } from '#app/modules/programme/queries/themes.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** A theme is a filter on the initiatives; this address is short enough to say aloud. */
export const loader = guardLoader(everyone, async ({ database, locale, params }) => {
  const theme = (await themes(database, locale)).find(({ slug }) => slug === params.slug);
  if (theme === undefined) throw notFound();
  return redirect(`/initiatieven?thema=${theme.slug}`);
});
