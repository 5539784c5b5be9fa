import { guardLoader } from '#app/http/guard.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { hearsTheBank } from '#app/modules/payouts/policy.ts';
import { exampleStatementOf } from '#app/modules/payouts/queries/example-statement.query.server.ts';

/** In the demo only, which has no bank: what the bank would say of a batch. */
export const loader = guardLoader(hearsTheBank, async ({ params, database, actor, now, platform }) => {
  if (platform.env.mode !== 'demo') throw notFound();
  const number = (params.number ?? '').replace(/\.xml$/, '');
  const xml = await exampleStatementOf(database, actor, { number, now });
  if (xml === null) throw notFound();
  return new Response(xml, {
    headers: {
      'Cache-Control': 'private, no-store',
      'Content-Type': 'application/xml; charset=utf-8',
      'Content-Disposition': `attachment; filename="afschrift-${number}.xml"`,
    },
  });
});
