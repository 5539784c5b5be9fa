import { guardLoader } from '#app/http/guard.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { nameCardsPdf } from '#app/modules/gatherings/cards-pdf.server.ts';
import { workGathering } from '#app/modules/gatherings/queries/organiser.query.server.ts';
import { nameCards } from '#app/modules/gatherings/queries/papers.query.server.ts';
import { signedIn } from '#app/modules/people/policy.ts';

/** Names of everybody who comes, to cut out: for who runs the gathering. Kept nowhere. */
export const loader = guardLoader(signedIn, async ({ database, actor, params, t, locale }) => {
  const gathering = await workGathering(database, actor, params.slug ?? '');
  if (gathering?.access !== 'run') throw notFound();
  const title = `${t('tonight:paper.nameCards')} · ${gathering.title}`;
  const cards = await nameCards(database, gathering.id);
  return new Response(await nameCardsPdf(cards, { title, t, locale }), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="naamkaartjes-${gathering.slug}.pdf"`,
      'Cache-Control': 'private, no-store',
    },
  });
});
