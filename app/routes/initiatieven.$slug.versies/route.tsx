import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { DateText } from '#app/components/content/date-text.tsx';
import { dateText } from '#app/kernel/date-text.ts';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { formatCents } from '#app/kernel/money.ts';
import { initiativeVersions } from '#app/modules/initiatives/queries/initiative-versions.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { Difference } from './difference.tsx';

export const loader = guardLoader(everyone, async ({ database, params, locale, t }) => {
  const found = await initiativeVersions(database, params.slug ?? '', locale, {
    amount: (cents) => formatCents(cents, locale),
    day: (date) => dateText(date, 'day', locale),
    fundingState: (state) => t(`initiatives:funding.${state}`),
    position: (position) => t(`initiatives:position.${position}`),
    wholeDistrict: t('initiatives:page.district'),
    oneself: t('initiatives:page.resident'),
  });
  if (found === null || found.versions.length === 0) throw notFound();
  return found;
});

export const handle = { kept: keptPage() };

export const meta = pageTitle<typeof loader>((t, { title }) => t('initiatives:versions.title', { title }));

export default function Versions() {
  const { slug, title, versions } = useLoaderData<typeof loader>();
  const { t } = useTranslation('initiatives');
  return (
    <Page width="reading">
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: t('page.all'), href: '/initiatieven' },
              { label: <Written>{title}</Written>, href: `/initiatieven/${slug}` },
            ]}
          />
        }
        title={<Quoting text={t('versions.title', { title })} written={title} />}
        lead={t('versions.lead')}
        tone="plain"
      />
      {versions.map(({ version, submittedAt, differences }) => (
        <Section key={version} id={`versie-${version}`} title={t('versions.version', { version })}>
          <p className="mb-4 text-ink-soft">
            <DateText value={submittedAt} format="time" />
          </p>
          {version === 1 ? <p>{t('versions.first')}</p> : null}
          {version > 1 && differences.length === 0 ? <p>{t('versions.same')}</p> : null}
          <div className="flex flex-col gap-5">
            {differences.map((difference) => (
              <Difference key={difference.field} difference={difference} />
            ))}
          </div>
        </Section>
      ))}
      <p>
        <a href={`/initiatieven/${slug}`} className="inline-block py-2">
          {t('versions.back')}
        </a>
      </p>
    </Page>
  );
}
