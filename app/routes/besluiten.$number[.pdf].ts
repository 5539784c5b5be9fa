import { guardLoader } from '#app/http/guard.server.ts';
import { qrSquares } from '#app/http/qr.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { decisionPdf } from '#app/modules/decisions/decision-pdf.server.ts';
import { decisionPage } from '#app/modules/decisions/queries/decision-page.query.server.ts';
import type { Say } from '#app/modules/decisions/recomputed-words.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** The decision on paper, in the language of the reader. */
export const loader = guardLoader(everyone, async ({ database, params, platform, t, locale }) => {
  const view = await decisionPage(database, params.number ?? '');
  if (view === null) throw notFound();
  const { publication, receipt, replacedBy } = view;
  const url = `${platform.env.publicUrl}/besluiten/${publication.number}`;
  const pdf = await decisionPdf({ publication, receipt, replacedBy, url, qr: qrSquares(url) }, { t: t as Say, locale });
  return new Response(pdf, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="besluit-${publication.number}.pdf"`,
      Vary: 'Cookie, Accept-Language',
    },
  });
});
