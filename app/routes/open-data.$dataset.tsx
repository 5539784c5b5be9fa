import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '#app/components/content/data-table.tsx';
import { Facts } from '#app/components/content/facts.tsx';
import { useWrittenLang } from '#app/components/content/written.tsx';
import { DownloadLinks } from '#app/components/opendata/download-links.tsx';
import { FieldKind } from '#app/components/opendata/field-kind.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { withHead } from '#app/http/page-head.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { datasetOf } from '#app/modules/opendata/datasets/index.server.ts';
import { newestRow } from '#app/modules/opendata/queries/dataset.query.server.ts';
import { datasetData } from '#app/modules/opendata/structured-data.ts';
import { strictnessOf } from '#app/modules/opendata/strictness.server.ts';
import { fieldsOf } from '#app/modules/opendata/views.ts';
import { whitelisted } from '#app/modules/opendata/whitelist.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { openDataRules } from '#app/modules/programme/queries/settings.query.server.ts';

export const loader = guardLoader(everyone, async ({ database, locale, params, platform }) => {
  const dataset = datasetOf(params.dataset ?? '');
  if (dataset === null) throw notFound();
  const { slug, key, hasChanges } = dataset;
  const newest = await newestRow(database, dataset);
  const { licence, publisher } = await openDataRules(database);
  return {
    slug,
    key,
    hasChanges,
    title: dataset.title[locale],
    description: dataset.description[locale],
    fields: fieldsOf(dataset.row, locale),
    example: newest === null ? null : JSON.stringify(whitelisted(dataset, newest, strictnessOf(platform)), null, 2),
    rules: { licence, publisher },
    publicUrl: platform.env.publicUrl,
  };
});

export const handle = { kept: keptPage() };

export const meta = withHead<typeof loader>(
  pageTitle<typeof loader>(
    (t, { title }) => `${title} · ${t('opendata:title')}`,
    (_t, { description }) => description,
  ),
  ({ rules, ...line }, site) => ({ data: datasetData(line, rules, site) }),
);

/** Long enough to see what a row is like; a whole decision would fill the page. */
const shownExample = 4000;

export default function Dataset() {
  const { slug, key, title, description, hasChanges, fields, example, publicUrl } = useLoaderData<typeof loader>();
  const { t } = useTranslation('opendata');
  const lang = useWrittenLang();
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('title'), href: '/open-data' }]} />}
        title={title}
        lead={description}
        tone="water"
      />
      <Section title={t('dataset.get')} lead={t(hasChanges ? 'dataset.changes' : 'dataset.noChanges')}>
        <Facts
          facts={[
            { term: t('what.download'), value: <DownloadLinks slug={slug} title={title} /> },
            { term: t('dataset.address'), value: <code className="break-all">{`${publicUrl}/api/v1/${slug}`}</code> },
            {
              term: t('dataset.key'),
              value: <code className="break-all">{`${publicUrl}/api/v1/${slug}/{${key}}`}</code>,
            },
          ]}
        />
      </Section>
      <Section title={t('dataset.fields')} lead={t('dataset.fieldsLead')}>
        <DataTable
          caption={t('dataset.caption', { title })}
          captionHidden
          rows={fields}
          rowKey={({ name }) => name}
          columns={[
            {
              key: 'field',
              header: t('dataset.field'),
              cell: ({ name }) => <code className="break-words sm:whitespace-nowrap">{name}</code>,
            },
            { key: 'meaning', header: t('dataset.meaning'), cell: ({ meaning }) => meaning },
            { key: 'kind', header: t('dataset.kind'), cell: (field) => <FieldKind field={field} /> },
          ]}
        />
      </Section>
      {example === null ? null : (
        <Section title={t('dataset.example')} lead={t('dataset.exampleLead')}>
          <pre lang={lang} className="rounded-sm bg-tint-water p-4 text-sm break-words whitespace-pre-wrap">
            {example.length > shownExample ? `${example.slice(0, shownExample)}\n…` : example}
          </pre>
        </Section>
      )}
    </Page>
  );
}
