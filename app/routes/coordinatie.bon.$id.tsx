import { guardLoader } from '#app/http/guard.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { claimReceipt } from '#app/modules/allowances/queries/claim-receipt.query.server.ts';
import { contentDisposition } from '#app/modules/initiatives/attachment.ts';
import { signedIn } from '#app/modules/people/policy.ts';

/** A receipt, for the volunteer, the coordinators of the body and the controlegroep. It is kept nowhere else. */
export const loader = guardLoader(signedIn, async ({ database, actor, params }) => {
  const file = await claimReceipt(database, actor, params.id ?? '');
  if (file === null) throw notFound();
  return new Response(file.bytes, {
    headers: {
      'Content-Type': file.contentType,
      'Content-Length': String(file.bytes.length),
      'Content-Disposition': contentDisposition(file.kind, file.fileName),
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'private, no-store',
    },
  });
});
