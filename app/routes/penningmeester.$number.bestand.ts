import { guardLoader } from '#app/http/guard.server.ts';
import { refusalStatus, refusalText } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { writeBatchFile } from '#app/modules/payouts/commands/write-batch-file.server.ts';
import { pays } from '#app/modules/payouts/policy.ts';

/** The file for the bank: only for treasurers, kept nowhere on the way. */
export const loader = guardLoader(pays, async ({ params, context, platform, t }) => {
  const written = await writeBatchFile(
    { number: params.number ?? '' },
    { ...signedInContext(context), keys: platform.env.bankKeys },
  );
  const headers = { 'Cache-Control': 'private, no-store' };
  if (!written.ok)
    return new Response(refusalText(t, 'payouts', written), {
      status: refusalStatus(written.reason),
      headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' },
    });
  return new Response(written.value.xml, {
    headers: {
      ...headers,
      'Content-Type': 'application/xml; charset=utf-8',
      'Content-Disposition': `attachment; filename="${written.value.fileName}"`,
    },
  });
});
