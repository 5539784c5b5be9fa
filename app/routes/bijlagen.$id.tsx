import { fileResponse } from '#app/http/file-response.server.ts';
import { guardLoader } from '#app/http/guard.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { attachmentFile } from '#app/modules/initiatives/queries/attachment.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** A file of a plan. */
export const loader = guardLoader(everyone, async ({ database, actor, params, request }) => {
  const file = await attachmentFile(database, actor, params.id ?? '');
  if (file === null) throw notFound();
  return fileResponse(request, file);
});
