import { fileResponse } from '#app/http/file-response.server.ts';
import { guardLoader } from '#app/http/guard.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { evidenceFile } from '#app/modules/donutfonds/queries/evidence-file.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** The document of an application for the donutfonds. */
export const loader = guardLoader(everyone, async ({ database, actor, params, request }) => {
  const file = await evidenceFile(database, actor, params.id ?? '');
  if (file === null) throw notFound();
  return fileResponse(request, file);
});
