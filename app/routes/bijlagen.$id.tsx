import { fileResponse } from '#app/http/file-response.server.ts';
import { guardLoader } from '#app/http/guard.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { narrowPicture } from '#app/modules/initiatives/narrow-picture.server.ts';
import { readPictureWidth, widthWord } from '#app/modules/initiatives/picture-width.ts';
import { attachmentFile } from '#app/modules/initiatives/queries/attachment.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** A file of a plan. */
export const loader = guardLoader(everyone, async ({ database, actor, params, request, url }) => {
  const file = await attachmentFile(database, actor, params.id ?? '');
  if (file === null) throw notFound();
  return fileResponse(request, await narrowPicture(file, readPictureWidth(url.searchParams.get(widthWord))));
});
