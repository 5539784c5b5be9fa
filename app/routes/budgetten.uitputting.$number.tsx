import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DateText } from '#app/components/content/date-text.tsx';
import { Money } from '#app/components/content/money.tsx';
import { useFormats } from '#app/components/content/use-formats.ts';
import { useWrittenLang, Written } from '#app/components/content/written.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { Section } from '#app/components/page/section.tsx';
import { ChangedSince } from '#app/components/spending-report/changed-since.tsx';
import { ReportTable } from '#app/components/spending-report/report-table.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { sentReport } from '#app/modules/budgets/queries/spending-report.query.server.ts';
import { byBody, totalsOf } from '#app/modules/budgets/spending-report.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, params }) => {
  const view = await sentReport(database, params.number ?? '');
  if (view === null) throw notFound();
  const { text: _file, ...shown } = view;
  return shown;
});

export const handle = { kept: keptPage() };

export const meta = pageTitle<typeof loader>((t, { report }) => t('spendingReport:reportTitle', { year: report.year }));

export default function SpendingReport() {
  const { report, sentAt, receipt, receiptMatches, changedSince } = useLoaderData<typeof loader>();
  const { t } = useTranslation('spendingReport');
  const { locale } = useFormats();
  const lang = useWrittenLang();
  const here = `/budgetten/uitputting/${report.number}`;
  const all = totalsOf(report.lines);
  const hasGaps = report.lines.some(({ forecast }) => forecast === null);
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('crumb'), href: '/budgetten/uitputting' }]} />}
        eyebrow={t('eyebrow', { number: report.number })}
        title={t('reportTitle', { year: report.year })}
        lead={t('until', { day: dateText(report.until, 'long', locale) })}
        tone="sand"
        stampId={report.number}
      >
        <p className="mt-3">
          {t('sentOn')} <DateText value={new Date(sentAt)} />
        </p>
        <ul className="no-print mt-4 flex flex-wrap gap-x-6 gap-y-2">
          <li>
            <a href={`${here}.pdf`}>{t('download.pdf')}</a>
          </li>
          <li>
            <a href={`${here}.csv`}>{t('download.csv')}</a>
          </li>
          <li>
            <a href={`${here}.csv?koppen=machine`}>{t('download.machine')}</a>
          </li>
          <li>
            <a href={`${here}.json`}>{t('download.json')}</a>
          </li>
        </ul>
      </PageHeader>
      {report.intro === '' ? null : (
        <div className="prose whitespace-pre-line" lang={lang}>
          {report.intro}
        </div>
      )}
      {report.lines.some(({ isExample }) => isExample) ? <Notice>{t('examples')}</Notice> : null}
      <Section title={t('allTotal')}>
        <dl className="grid gap-4 min-[26rem]:grid-cols-2 lg:grid-cols-4">
          {(['planned', 'committed', 'paid', 'forecast'] as const).map((key) => (
            <div key={key} className="rounded bg-surface p-4">
              <dt className="text-sm text-ink-soft">{t(`column.${key}`)}</dt>
              <dd className="font-heading text-lg font-bold">
                <Money cents={all[key]} />
              </dd>
            </div>
          ))}
        </dl>
        {hasGaps ? <p className="mt-4 text-ink-soft">{t('noForecastText')}</p> : null}
      </Section>
      {byBody(report.lines).map(({ body, lines }) => (
        <Section key={body.slug} title={<Written>{body.name}</Written>}>
          <ReportTable caption={<Written>{body.name}</Written>} lines={lines} totals={totalsOf(lines)} />
        </Section>
      ))}
      <ChangedSince lines={report.lines} changed={changedSince} />
      <Section title={t('frozen.title')}>
        <p className="max-w-prose">{t('frozen.text')}</p>
        <p className="mt-3">
          <code className="break-all">{receipt}</code>
        </p>
        <p className="mt-3 font-semibold">{t(receiptMatches ? 'frozen.matches' : 'frozen.differs')}</p>
      </Section>
    </Page>
  );
}
