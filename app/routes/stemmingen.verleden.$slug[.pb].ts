import { guardLoader } from '#app/http/guard.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { voteFileResponse } from '#app/http/vote-file-response.server.ts';
import { pastVoteFile } from '#app/modules/counting/queries/past-votes.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** The file of a past vote, as it was taken in; only where its licence lets us give it on. */
export const loader = guardLoader(everyone, async ({ database, params, request }) => {
  const slug = params.slug ?? '';
  const file = await pastVoteFile(database, slug);
  if (file === null) throw notFound();
  return voteFileResponse(request, file, slug, 'pb');
});
