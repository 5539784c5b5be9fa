import { guardLoader } from '#app/http/guard.server.ts';
import { proofResponse } from '#app/http/proof-response.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { proofOf } from '#app/modules/transparency/queries/in-log.query.server.ts';

/** Proof that a decision stands in the log as it was published. */
export const loader = guardLoader(everyone, async ({ database, params }) => {
  const subject = params.number ?? '';
  const proof = await proofOf(database, { kind: 'decision', subject });
  if (proof === null) throw notFound();
  return proofResponse(proof, `bewijs-${subject}`);
});
