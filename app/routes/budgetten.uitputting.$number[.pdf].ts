import { guardLoader } from '#app/http/guard.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { sentReport } from '#app/modules/budgets/queries/spending-report.query.server.ts';
import { reportPdf } from '#app/modules/budgets/report-pdf.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** The report on paper, in the language of the reader. */
export const loader = guardLoader(everyone, async ({ database, params, t, locale }) => {
  const view = await sentReport(database, params.number ?? '');
  if (view === null) throw notFound();
  const { report, receipt, sentAt } = view;
  const words = {
    title: `${t('spendingReport:reportTitle', { year: report.year })} (${report.number})`,
    author: t('spendingReport:author'),
    until: t('spendingReport:until', { day: dateText(report.until, 'long', locale) }),
    columns: {
      line: t('spendingReport:column.line'),
      planned: t('spendingReport:column.planned'),
      committed: t('spendingReport:column.committed'),
      paid: t('spendingReport:column.paid'),
      forecast: t('spendingReport:column.forecast'),
      deviation: t('spendingReport:column.deviation'),
    },
    total: t('spendingReport:total'),
    all: t('spendingReport:allTotal'),
    none: '–',
    example: t('spendingReport:examples'),
    exampleMark: t('spendingReport:exampleMark'),
    explanation: t('spendingReport:explanation'),
    receipt: t('spendingReport:receipt'),
    page: (page: number, pages: number) => t('spendingReport:page', { page, pages }),
  };
  return new Response(await reportPdf({ report, receipt, sentAt }, words, locale), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="uitputting-${report.number}.pdf"`,
      Vary: 'Cookie, Accept-Language',
    },
  });
});
