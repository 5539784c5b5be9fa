import { guardLoader } from '#app/http/guard.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { minutesPdf } from '#app/modules/meetings/minutes-pdf.server.ts';
import { publicMinutes, versionAsked } from '#app/modules/meetings/queries/public-minutes.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** Published minutes on paper, in the form that the bodies use and the language of the reader. */
export const loader = guardLoader(everyone, async ({ database, params, url, t, locale }) => {
  const found = await publicMinutes(database, params.slug ?? '', versionAsked(url.searchParams.get('versie')));
  if (found === null) throw notFound();
  const { number, version } = found.minutes;
  return new Response(await minutesPdf(found, t, locale), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="verslag-${number}-${String(version)}.pdf"`,
      Vary: 'Cookie, Accept-Language',
    },
  });
});
