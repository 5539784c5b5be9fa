import { guardLoader } from '#app/http/guard.server.ts';
import { proofResponse } from '#app/http/proof-response.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { publicMinutes, versionAsked } from '#app/modules/meetings/queries/public-minutes.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { proofOf } from '#app/modules/transparency/queries/in-log.query.server.ts';

/** Proof that minutes stand in the log as they were published. */
export const loader = guardLoader(everyone, async ({ database, params, url }) => {
  const found = await publicMinutes(database, params.slug ?? '', versionAsked(url.searchParams.get('versie')));
  if (found === null) throw notFound();
  const subject = found.minutes.number;
  const proof = await proofOf(database, { kind: 'minutes', subject, sha256: found.receipt });
  if (proof === null) throw notFound();
  return proofResponse(proof, `bewijs-${subject}`);
});
