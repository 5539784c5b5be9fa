import { guardLoader } from '#app/http/guard.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { sentReport } from '#app/modules/budgets/queries/spending-report.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** The report as a file: exactly the bytes that the receipt is taken over. */
export const loader = guardLoader(everyone, async ({ database, params }) => {
  const view = await sentReport(database, params.number ?? '');
  if (view === null) throw notFound();
  return new Response(view.text, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `inline; filename="uitputting-${view.report.number}.json"`,
      'Cache-Control': 'public, max-age=86400',
      'Access-Control-Allow-Origin': '*',
      ETag: `"${view.receipt}"`,
    },
  });
});
