import { guardLoader } from '#app/http/guard.server.ts';
import { countAsked } from '#app/http/count-asked.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { voteFileResponse } from '#app/http/vote-file-response.server.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { publishedVoteFile } from '#app/modules/voting/queries/published-vote.query.server.ts';

/**
 * Every ballot of a vote that was counted, with the rule and who won: a Pabulib file that anybody counts again. Of an earlier count, which
 * was annulled, with `?telling=<number>`.
 */
export const loader = guardLoader(everyone, async ({ database, params, request, url }) => {
  const slug = params.slug ?? '';
  const file = await publishedVoteFile(database, slug, 'ballots', countAsked(url));
  if (file === null) throw notFound();
  return voteFileResponse(request, file, slug, 'pb');
});
