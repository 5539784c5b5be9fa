import { guardLoader } from '#app/http/guard.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { isId } from '#app/kernel/ids.ts';
import { tableCardsPdf } from '#app/modules/gatherings/cards-pdf.server.ts';
import { workGathering } from '#app/modules/gatherings/queries/organiser.query.server.ts';
import { tableCards } from '#app/modules/gatherings/queries/papers.query.server.ts';
import { signedIn } from '#app/modules/people/policy.ts';

/** Cards that stand on the tables of one round (`ronde`), or of the last one that has tables. */
export const loader = guardLoader(signedIn, async ({ database, actor, params, url, t, locale }) => {
  const gathering = await workGathering(database, actor, params.slug ?? '');
  if (gathering?.access !== 'run') throw notFound();
  const asked = url.searchParams.get('ronde') ?? '';
  const found = await tableCards(database, gathering.id, isId(asked) ? asked : null);
  const title = `${t('tonight:paper.tableCards')} · ${found?.title ?? gathering.title}`;
  return new Response(await tableCardsPdf(found?.cards ?? [], { title, t, locale }), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="tafelkaarten-${gathering.slug}.pdf"`,
      'Cache-Control': 'private, no-store',
    },
  });
});
