import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '#app/components/content/data-table.tsx';
import { DateText } from '#app/components/content/date-text.tsx';
import { Facts } from '#app/components/content/facts.tsx';
import { useFormats } from '#app/components/content/use-formats.ts';
import { ButtonLink, ButtonRow } from '#app/components/forms/buttons.tsx';
import { DownloadLinks } from '#app/components/opendata/download-links.tsx';
import { Standards } from '#app/components/opendata/standards.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { RecordLinks } from '#app/components/record/record-links.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { withHead } from '#app/http/page-head.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { problems } from '#app/http/problem.ts';
import { bulkCost } from '#app/modules/opendata/limits.ts';
import { datasetLines } from '#app/modules/opendata/queries/dataset-lines.server.ts';
import { catalogueData } from '#app/modules/opendata/structured-data.ts';
import { wooIndexes } from '#app/modules/opendata/woo.server.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { openDataRules } from '#app/modules/programme/queries/settings.query.server.ts';
import { licences } from '#app/modules/programme/setting.ts';

export const loader = guardLoader(everyone, async ({ database, locale, platform }) => {
  const rules = await openDataRules(database);
  return {
    lines: await datasetLines(database, locale),
    rules: { licence: rules.licence, publisher: rules.publisher, contact: rules.contact },
    wooIndexes: wooIndexes(rules),
    readsPerMinute: platform.env.readsPerMinute,
    publicUrl: platform.env.publicUrl,
  };
});

export const handle = { kept: keptPage() };

export const meta = withHead<typeof loader>(
  pageTitle<typeof loader>(
    (t) => t('opendata:title'),
    (t) => t('opendata:description'),
  ),
  ({ lines, rules }, site) => ({
    feed: '/feeds/alles.atom',
    data: catalogueData(lines, rules, site),
  }),
);

export default function OpenData() {
  const { lines, rules, wooIndexes, readsPerMinute, publicUrl } = useLoaderData<typeof loader>();
  const { t } = useTranslation('opendata');
  const { figure } = useFormats();
  const example = `${publicUrl}/api/v1/decisions?limit=100`;
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} tone="water" stampId="open-data" />
      <RecordLinks current="openData" />
      <Section title={t('what.title')} lead={t('what.lead')}>
        <DataTable
          caption={t('what.caption')}
          captionHidden
          rows={lines}
          rowKey={({ slug }) => slug}
          columns={[
            {
              key: 'name',
              header: t('what.name'),
              cell: ({ slug, title, description }) => (
                <>
                  <a href={`/open-data/${slug}`} className="inline-flex min-h-11 items-center">
                    {title}
                  </a>
                  <span className="block max-w-[34rem] font-normal text-ink-soft">{description}</span>
                </>
              ),
            },
            { key: 'rows', header: t('what.rows'), numeric: true, cell: ({ count }) => figure(count, 'short') },
            {
              key: 'changed',
              header: t('what.changed'),
              cell: ({ changedAt }) => (changedAt === null ? null : <DateText value={changedAt} format="short" />),
            },
            {
              key: 'download',
              header: t('what.download'),
              cell: ({ slug, title }) => <DownloadLinks slug={slug} title={title} />,
            },
          ]}
        />
      </Section>
      <Section title={t('all.title')} lead={t('all.text')}>
        <ButtonRow>
          <ButtonLink href="/api/v1/everything.ndjson.gz" icon="download">
            {t('all.gzip')}
          </ButtonLink>
          <ButtonLink href="/api/v1/everything.ndjson" tone="quiet">
            {t('all.plain')}
          </ButtonLink>
        </ButtonRow>
        <p className="mt-6 max-w-prose">{t('all.check')}</p>
        <code className="mt-2 block max-w-prose break-words">
          node controleer-besluit.mjs everything.ndjson.gz --codes controlecodes.txt
        </code>
        <ul className="mt-2 flex flex-wrap gap-x-6">
          {[
            { href: '/controleer-besluit.mjs', label: t('all.checker') },
            { href: '/besluiten/controlecodes.txt', label: t('all.codes') },
          ].map(({ href, label }) => (
            <li key={href}>
              <a href={href} className="inline-flex min-h-11 items-center" download>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('update.title')} lead={t('update.text')}>
        <Facts facts={[{ term: t('update.example'), value: <code className="break-all">{example}</code> }]} />
      </Section>
      <Section title={t('standards.title')}>
        <Standards wooIndexes={wooIndexes} />
      </Section>
      <Section title={t('licence.title')}>
        <p className="max-w-prose">
          {t(`licence.${rules.licence}`, { publisher: rules.publisher })}{' '}
          <a href={licences[rules.licence].url} rel="license">
            {t('licence.link')}
          </a>
        </p>
      </Section>
      <Section title={t('people.title')}>
        <p className="max-w-prose">{t('people.text')}</p>
      </Section>
      <Section title={t('versions.title')}>
        <p className="max-w-prose">{t('versions.text')}</p>
      </Section>
      {readsPerMinute === 0 ? null : (
        <Section title={t('limits.title')}>
          <p className="max-w-prose">{t('limits.text', { count: readsPerMinute, bulk: bulkCost })}</p>
        </Section>
      )}
      <Section title={t('mistakes.title')} lead={t('mistakes.text')}>
        <dl className="flex max-w-prose flex-col gap-4">
          {problems.map((problem) => (
            <div key={problem} id={problem}>
              <dt className="font-semibold">{t(`problem.${problem}.title`)}</dt>
              <dd>
                <code>{problem}</code>
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title={t('contact.title')}>
        {rules.contact === '' ? (
          <p>
            {t('contact.none')} <a href="/opgaveteams">{t('contact.teams')}</a>
          </p>
        ) : (
          <p>
            {t('contact.text')} <a href={`mailto:${rules.contact}`}>{rules.contact}</a>
          </p>
        )}
      </Section>
    </Page>
  );
}
