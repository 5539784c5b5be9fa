import { fileResponse } from '#app/http/file-response.server.ts';
import { guardLoader } from '#app/http/guard.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { proofFile } from '#app/modules/actions/queries/undertakings.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** The file that proves that an undertaking was kept. */
export const loader = guardLoader(everyone, async ({ database, actor, params, request }) => {
  const file = await proofFile(database, actor, params.id ?? '');
  if (file === null) throw notFound();
  return fileResponse(request, file);
});
