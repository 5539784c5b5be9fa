import { guardLoader } from '#app/http/guard.server.ts';
import { proofResponse } from '#app/http/proof-response.server.ts';
import { countAsked } from '#app/http/count-asked.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { proofOf } from '#app/modules/transparency/queries/in-log.query.server.ts';
import { publishedVoteFile } from '#app/modules/voting/queries/published-vote.query.server.ts';

/** Proof that the ballots of a vote stand in the log as they were published; of an annulled count with `?telling=<number>`. */
export const loader = guardLoader(everyone, async ({ database, params, url }) => {
  const subject = params.slug ?? '';
  const attempt = countAsked(url);
  const file = await publishedVoteFile(database, subject, 'ballots', attempt);
  const proof = file === null ? null : await proofOf(database, { kind: 'vote-result', subject, sha256: file.sha256 });
  if (proof === null) throw notFound();
  return proofResponse(proof, `bewijs-${subject}${attempt === undefined ? '' : `-telling-${String(attempt)}`}`);
});
