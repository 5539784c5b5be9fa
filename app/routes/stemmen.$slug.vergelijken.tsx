import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Money } from '#app/components/content/money.tsx';
import { Written } from '#app/components/content/written.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { ownBallot } from '#app/http/own-ballot.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async (args) => {
  const { vote, own } = await ownBallot(args);
  const { slug, title } = vote;
  return { slug, title, projects: vote.projects.filter(({ number }) => own.choices.includes(number)) };
});

export const meta = pageTitle<typeof loader>((t) => t('voting:compare.title'));

export default function Compare() {
  const { slug, title, projects } = useLoaderData<typeof loader>();
  const { t } = useTranslation('voting');
  return (
    <Page>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: t('crumb'), href: '/stemmen' },
              { label: <Written>{title}</Written>, href: `/stemmen/${slug}` },
            ]}
          />
        }
        title={t('compare.title')}
        lead={t('compare.lead')}
        tone="plain"
      />
      {projects.length < 2 ? (
        <Notice title={t('compare.few')} />
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {projects.map((project) => (
            <li key={project.number} className="card rounded bg-surface p-5">
              <h2 className="text-xl">
                <Written>{project.title}</Written>
              </h2>
              <dl className="mt-3 flex flex-col gap-3">
                <div>
                  <dt className="text-sm text-ink-soft">{t('compare.cost')}</dt>
                  <dd className="tabular font-semibold">
                    <Money cents={project.cost} />
                  </dd>
                </div>
                <div>
                  <dt className="text-sm text-ink-soft">{t('compare.where')}</dt>
                  <dd>{project.area ?? t('wholeDistrict')}</dd>
                </div>
                {project.category === null ? null : (
                  <div>
                    <dt className="text-sm text-ink-soft">{t('compare.category')}</dt>
                    <dd>
                      <Written>{project.category}</Written>
                    </dd>
                  </div>
                )}
                <div>
                  <dt className="text-sm text-ink-soft">{t('compare.what')}</dt>
                  <dd>
                    <Written>{project.summary}</Written>
                  </dd>
                </div>
              </dl>
            </li>
          ))}
        </ul>
      )}
      <p>
        <ButtonLink href={`/stemmen/${slug}`}>{t('compare.back')}</ButtonLink>
      </p>
    </Page>
  );
}
