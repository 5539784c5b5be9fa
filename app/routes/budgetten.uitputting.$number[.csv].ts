import { guardLoader } from '#app/http/guard.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { sentReport } from '#app/modules/budgets/queries/spending-report.query.server.ts';
import { reportCsv } from '#app/modules/budgets/report-csv.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** The report for a spreadsheet; `?koppen=machine` for programs. */
export const loader = guardLoader(everyone, async ({ database, params, url }) => {
  const view = await sentReport(database, params.number ?? '');
  if (view === null) throw notFound();
  const flavour = url.searchParams.get('koppen') === 'machine' ? 'machine' : 'dutch';
  return new Response(reportCsv(view.report, flavour), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="uitputting-${view.report.number}.csv"`,
    },
  });
});
