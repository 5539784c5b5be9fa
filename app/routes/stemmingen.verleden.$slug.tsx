import { data } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#app/components/content/use-formats.ts';
import { Written } from '#app/components/content/written.tsx';
import { ComparedVote } from '#app/components/counting/compared-vote.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { isRuleName } from '#app/modules/counting/comparison/rules.ts';
import { comparePastVote } from '#app/modules/counting/queries/comparison.query.server.ts';
import { pastVoteOrigin } from '#app/modules/counting/queries/past-votes.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

const usual = 'add1u';

export const loader = guardLoader(everyone, async ({ database, params, url }) => {
  const slug = params.slug ?? '';
  const asked = url.searchParams.get('regel');
  const chosen = isRuleName(asked) && asked !== 'greedy' ? asked : usual;
  const compared = await comparePastVote(database, slug, chosen);
  if (compared === 'unknown') throw notFound();
  const origin = await pastVoteOrigin(database, slug);
  return data(
    { slug, chosen, origin, compared: compared === 'busy' ? null : compared },
    compared === 'busy' ? { status: 503, headers: { 'Retry-After': '60' } } : undefined,
  );
});

export const meta = pageTitle<typeof loader>(
  (t, { compared }) => compared?.comparison.about.title ?? t('counting:title'),
  (t) => t('counting:lead'),
);

export default function PastVote() {
  const { slug, chosen, origin, compared } = useLoaderData<typeof loader>();
  const { t } = useTranslation('counting');
  const { money, figure } = useFormats();
  const crumbs = <Breadcrumbs crumbs={[{ label: t('index.title'), href: '/stemmingen' }]} />;
  if (compared === null)
    return (
      <Page>
        <PageHeader breadcrumbs={crumbs} title={t('past.title')} tone="water" stampId={slug} />
        <Notice tone="warning" role="alert" title={t('past.busy')}>
          {t('past.busyText')}
        </Notice>
      </Page>
    );
  const { comparison, told } = compared;
  const { about, voters, projects, budget } = comparison;
  return (
    <Page>
      <PageHeader
        breadcrumbs={crumbs}
        eyebrow={[about.place, about.year].filter((word) => word !== '').join(' · ')}
        title={<Written>{about.title || slug}</Written>}
        lead={t('past.ballots', { voters: figure(voters), projects: figure(projects.length), budget: money(budget) })}
        tone="water"
        stampId={slug}
      />
      <ComparedVote
        comparison={comparison}
        told={told}
        chosen={chosen}
        hrefOf={(rule) => `/stemmingen/verleden/${slug}${rule === usual ? '' : `?regel=${rule}`}`}
      />
      {origin === null ? null : (
        <Section title={t('file.title')} lead={t('file.lead')}>
          <p>
            <ButtonLink href={`/stemmingen/verleden/${slug}.pb`} tone="quiet">
              {t('file.download')}
            </ButtonLink>
          </p>
          <p className="mt-3 text-sm text-ink-soft">
            {t('file.licence', { licence: origin.licence })}{' '}
            {origin.source === '' ? null : <a href={origin.source}>{t('file.source')}</a>}
          </p>
        </Section>
      )}
    </Page>
  );
}
