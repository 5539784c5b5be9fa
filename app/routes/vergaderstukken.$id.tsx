import { fileResponse } from '#app/http/file-response.server.ts';
import { guardLoader } from '#app/http/guard.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { meetingFile } from '#app/modules/meetings/queries/meeting-file.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** A paper with an agenda. */
export const loader = guardLoader(everyone, async ({ database, actor, params, request }) => {
  const file = await meetingFile(database, actor, params.id ?? '');
  if (file === null) throw notFound();
  return fileResponse(request, file);
});
