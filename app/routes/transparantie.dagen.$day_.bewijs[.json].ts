import { guardLoader } from '#app/http/guard.server.ts';
import { proofResponse } from '#app/http/proof-response.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { publishedDayFile } from '#app/modules/budgets/queries/published-days.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { proofOf } from '#app/modules/transparency/queries/in-log.query.server.ts';

/** Proof that a day of the ledger stands in the log as it was published last. */
export const loader = guardLoader(everyone, async ({ database, params }) => {
  const subject = params.day ?? '';
  const file = await publishedDayFile(database, subject);
  const proof = file === null ? null : await proofOf(database, { kind: 'ledger-day', subject, sha256: file.sha256 });
  if (proof === null) throw notFound();
  return proofResponse(proof, `bewijs-${subject}`);
});
