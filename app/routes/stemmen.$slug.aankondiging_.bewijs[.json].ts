import { guardLoader } from '#app/http/guard.server.ts';
import { proofResponse } from '#app/http/proof-response.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { proofOf } from '#app/modules/transparency/queries/in-log.query.server.ts';
import { publishedVoteFile } from '#app/modules/voting/queries/published-vote.query.server.ts';

/** Proof that what was announced of a vote stands in the log as it was published. */
export const loader = guardLoader(everyone, async ({ database, params }) => {
  const subject = params.slug ?? '';
  const file = await publishedVoteFile(database, subject, 'announcement');
  const proof = file === null ? null : await proofOf(database, { kind: 'vote', subject, sha256: file.sha256 });
  if (proof === null) throw notFound();
  return proofResponse(proof, `bewijs-${subject}`);
});
