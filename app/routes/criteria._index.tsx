import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { CriteriaVersions } from '#app/components/scoring/criteria-versions.tsx';
import { HowScored } from '#app/components/scoring/how-scored.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { criteriaSets } from '#app/modules/scoring/queries/criteria-list.query.server.ts';

export const loader = guardLoader(everyone, async ({ database, actor, locale }) => ({
  sets: await criteriaSets(database, actor, locale),
}));

export const handle = { kept: keptPage() };

export const meta = pageTitle<typeof loader>(
  (t) => t('scoring:criteria.list.title'),
  (t) => t('scoring:criteria.list.description'),
);

export default function AllCriteria() {
  const { sets } = useLoaderData<typeof loader>();
  const { t } = useTranslation('scoring');
  return (
    <Page>
      <PageHeader title={t('criteria.list.title')} lead={t('criteria.list.lead')} stampId="criteria" tone="garden" />
      {sets.length === 0 ? (
        <EmptyState stampId="criteria-leeg" title={t('criteria.list.none')}>
          <p>{t('criteria.list.noneText')}</p>
        </EmptyState>
      ) : (
        sets.map((set) => (
          <Section
            key={set.slug}
            title={<Written>{set.title}</Written>}
            lead={set.intro}
            action={
              <ButtonLink href={`/criteria/${set.slug}`} tone="quiet" iconAfter="arrow-right">
                {t('criteria.list.read')}
                <span className="sr-only">
                  {' '}
                  <Written>{set.title}</Written>
                </span>
              </ButtonLink>
            }
          >
            <p className="mb-3">
              {t('criteria.list.of')}{' '}
              <a href={`/opgaveteams/${set.body.slug}`}>
                <Written>{set.body.name}</Written>
              </a>
            </p>
            <CriteriaVersions slug={set.slug} versions={set.versions} />
          </Section>
        ))
      )}
      <HowScored />
    </Page>
  );
}
