import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { ReportBody } from '#app/components/evening-report/report-view.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { publicReport } from '#app/modules/gatherings/queries/report.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, params }) => {
  const report = await publicReport(database, params.slug ?? '');
  if (report === null) throw notFound();
  return { report };
});

export const handle = { kept: keptPage() };

export const meta = pageTitle<typeof loader>(
  (t, { report }) => t('eveningReport:title', { title: report.gathering.title }),
  (_t, { report }) => report.intro.slice(0, 150),
);

export default function PublicReport() {
  const { report } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation('eveningReport');
  const { slug, title, areaName, startsAt } = report.gathering;
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: <Written>{title}</Written>, href: `/ontmoet/${slug}` }]} />}
        eyebrow={<Written>{t('eyebrow', { area: areaName })}</Written>}
        title={<Quoting text={t('title', { title })} written={title} />}
        lead={t('lead', { day: dateText(startsAt, 'long', i18n.language) })}
        stampId={`verslag-${slug}`}
      />
      <div className="flex max-w-3xl flex-col gap-12">
        <ReportBody report={report} />
        <p className="text-ink-soft">
          {report.publishedAt === null
            ? null
            : t('published', { day: dateText(report.publishedAt, 'day', i18n.language) })}
        </p>
        <div className="no-print">
          <p>{t('print')}</p>
          <p>
            <a href={`/ontmoet/${slug}/verslag.json`} className="inline-flex min-h-11 items-center">
              {t('json')}
            </a>
          </p>
        </div>
      </div>
    </Page>
  );
}
