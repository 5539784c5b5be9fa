import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { GatheringCards } from '#app/components/gathering/gathering-cards.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { organiserDesk } from '#app/modules/gatherings/queries/organiser.query.server.ts';
import { signedIn } from '#app/modules/people/policy.ts';

export const loader = guardLoader(signedIn, async ({ database, actor, now }) => organiserDesk(database, actor, now));

export const meta = pageTitle<typeof loader>((t) => t('gatheringWork:title'));

export default function OrganiserDeskPage() {
  const { coming, past, mayPlan, season, missing, readsAreas } = useLoaderData<typeof loader>();
  const { t } = useTranslation('gatheringWork');
  const noteOf = (slug: string) => {
    const found = [...coming, ...past].find((one) => one.slug === slug);
    return found === undefined ? '' : t('counts', found);
  };
  const hrefOf = (slug: string) => `/ontmoet-werk/${slug}`;
  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        tone="plain"
        actions={
          readsAreas ? (
            <>
              {mayPlan ? (
                <ButtonLink href="/ontmoet-werk/nieuw" icon="plus">
                  {t('new')}
                </ButtonLink>
              ) : null}
              <ButtonLink href="/ontmoet-werk/gebieden" tone="quiet">
                {t('areas')}
              </ButtonLink>
              <ButtonLink href="/ontmoet-werk/oefening" tone="quiet">
                {t('exercise')}
              </ButtonLink>
            </>
          ) : undefined
        }
      />
      <Section title={t('coming')}>
        {coming.length === 0 ? (
          <EmptyState title={t('none')} stampId="niets-gepland">
            <p>{t(mayPlan ? 'noneText' : 'noneReading')}</p>
          </EmptyState>
        ) : (
          <GatheringCards gatherings={coming} label={t('coming')} hrefOf={hrefOf} noteOf={noteOf} />
        )}
      </Section>
      {readsAreas ? (
        <Section title={t('season.title')}>
          {missing === null ? (
            <p>{t('season.noAreas')}</p>
          ) : missing.length === 0 ? (
            <p>{t('season.all')}</p>
          ) : (
            <>
              <p>{t(`season.${season.half}`, { year: season.year })}</p>
              <ul className="mt-2">
                {missing.map(({ id, name }) => (
                  <li key={id}>
                    {mayPlan ? (
                      <a href={`/ontmoet-werk/nieuw?gebied=${id}`} className="inline-flex min-h-11 items-center">
                        {t('season.plan', { name })}
                      </a>
                    ) : (
                      <Written>{name}</Written>
                    )}
                  </li>
                ))}
              </ul>
            </>
          )}
        </Section>
      ) : null}
      {past.length === 0 ? null : (
        <Section title={t('past')}>
          <GatheringCards gatherings={past} label={t('past')} hrefOf={hrefOf} noteOf={noteOf} />
        </Section>
      )}
    </Page>
  );
}
