import { guardLoader } from '#app/http/guard.server.ts';
import { publicJson } from '#app/http/public-json.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { publicReport } from '#app/modules/gatherings/queries/report.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** The report for machines: what the page shows, names of who agrees at this moment. */
export const loader = guardLoader(everyone, async ({ database, params, request }) => {
  const report = await publicReport(database, params.slug ?? '');
  if (report === null) throw notFound();
  const response = publicJson(request, report);
  // who takes their name away is gone at the next view, also from what was kept on the way
  response.headers.set('Cache-Control', 'no-cache');
  return response;
});
