import { guardLoader } from '#app/http/guard.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { seatListPdf } from '#app/modules/gatherings/cards-pdf.server.ts';
import { workGathering } from '#app/modules/gatherings/queries/organiser.query.server.ts';
import { roundTables } from '#app/modules/gatherings/queries/tables.query.server.ts';
import { signedIn } from '#app/modules/people/policy.ts';

/** Who sits where in a round, by name: for who runs the gathering. Kept nowhere. */
export const loader = guardLoader(signedIn, async ({ database, actor, params, t, locale }) => {
  const gathering = await workGathering(database, actor, params.slug ?? '');
  if (gathering?.access !== 'run') throw notFound();
  const found = await roundTables(database, gathering.id, params.id ?? '');
  if (found === null) throw notFound();
  const lines = found.tables
    .flatMap(({ number, people }) => people.map(({ name }) => ({ name, table: number })))
    .sort((one, other) => one.name.localeCompare(other.name, 'nl'));
  const title = `${t('tonight:paper.list')} · ${found.round.title}`;
  return new Response(await seatListPdf(lines, { title, t, locale }), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="lijst-${gathering.slug}.pdf"`,
      'Cache-Control': 'private, no-store',
    },
  });
});
