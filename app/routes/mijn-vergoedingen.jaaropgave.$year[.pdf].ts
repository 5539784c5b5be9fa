import { guardLoader } from '#app/http/guard.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { yearStatement } from '#app/modules/payouts/queries/year-statement.query.server.ts';
import { yearStatementPdf } from '#app/modules/payouts/year-statement-pdf.server.ts';
import { signedIn } from '#app/modules/people/policy.ts';

/** The reader's own statement of a year, in the language of the reader. It is kept nowhere. */
export const loader = guardLoader(signedIn, async ({ database, context, params, t, locale }) => {
  const statement = await yearStatement(database, signedInContext(context).actor, params.year ?? '');
  if (statement === null) throw notFound();
  return new Response(await yearStatementPdf(statement, t, locale), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="jaaropgave-${String(statement.year)}.pdf"`,
      'Cache-Control': 'private, no-store',
    },
  });
});
