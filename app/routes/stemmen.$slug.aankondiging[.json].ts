import { guardLoader } from '#app/http/guard.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { voteFileResponse } from '#app/http/vote-file-response.server.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { publishedVoteFile } from '#app/modules/voting/queries/published-vote.query.server.ts';

/** What was fixed when a vote was announced: question, money, projects, rule and period. */
export const loader = guardLoader(everyone, async ({ database, params, request }) => {
  const slug = params.slug ?? '';
  const file = await publishedVoteFile(database, slug, 'announcement');
  if (file === null) throw notFound();
  return voteFileResponse(request, file, `aankondiging-${slug}`, 'json');
});
