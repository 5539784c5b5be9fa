import { guardLoader } from '#app/http/guard.server.ts';
import { receipts } from '#app/modules/decisions/queries/decision-page.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** The receipt of every decision, as `sha256sum --check` reads them: beside the downloaded files they are checked in one go. */
export const loader = guardLoader(everyone, async ({ database }) => {
  const lines = (await receipts(database)).map(({ number, receipt }) => `${receipt}  besluit-${number}.json\n`);
  return new Response(lines.join(''), {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': 'inline; filename="controlecodes.txt"',
      'Cache-Control': 'public, max-age=600',
      'Access-Control-Allow-Origin': '*',
    },
  });
});
