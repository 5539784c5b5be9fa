import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { CriteriaList } from '#app/components/scoring/criteria-list.tsx';
import { CriteriaVersions } from '#app/components/scoring/criteria-versions.tsx';
import { HowScored } from '#app/components/scoring/how-scored.tsx';
import { VersionState } from '#app/components/scoring/version-state.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { criteriaSetView } from '#app/modules/scoring/queries/criteria-set.query.server.ts';

export const loader = guardLoader(everyone, async ({ database, actor, params, url, locale }) => {
  const asked = url.searchParams.get('versie');
  if (asked !== null && !/^\d{1,6}$/.test(asked)) throw notFound();
  const set = await criteriaSetView(database, actor, params.slug ?? '', asked === null ? null : Number(asked), locale);
  if (set === null) throw notFound();
  return { set };
});

export const handle = { kept: keptPage('versie') };

export const meta = pageTitle<typeof loader>(
  (_t, { set }) => set.title,
  (_t, { set }) => set.intro,
);

export default function Criteria() {
  const { set } = useLoaderData<typeof loader>();
  const { t } = useTranslation('scoring');
  const newest = set.versions[0];
  return (
    <Page>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: t('criteria.list.title'), href: '/criteria' },
              { label: set.body.name, href: `/opgaveteams/${set.body.slug}` },
            ]}
          />
        }
        eyebrow={<Quoting text={t('criteria.eyebrow', { body: set.body.name })} written={set.body.name} />}
        title={<Written>{set.title}</Written>}
        lead={set.intro}
        tone="garden"
        stampId={set.slug}
        actions={
          set.canWrite ? (
            <ButtonLink href={`/criteria/${set.slug}/nieuwe-versie`} icon="edit">
              {newest?.frozenOn === null ? t('criteria.change') : t('criteria.write')}
            </ButtonLink>
          ) : undefined
        }
      />
      <Section title={t('criteria.version', { version: set.shown.version })}>
        <div className="mb-5 text-ink-soft">
          <VersionState version={set.shown} />
          {set.sourceTitle === null ? null : (
            <p>
              <Quoting text={t('criteria.source', { title: set.sourceTitle })} written={set.sourceTitle} />
            </p>
          )}
        </div>
        <CriteriaList criteria={set.criteria} />
      </Section>
      <Section title={t('criteria.versions')}>
        <CriteriaVersions slug={set.slug} versions={set.versions} />
      </Section>
      <HowScored />
    </Page>
  );
}
