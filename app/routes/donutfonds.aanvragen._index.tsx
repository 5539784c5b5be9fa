import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '#app/components/content/data-table.tsx';
import { useFormats } from '#app/components/content/use-formats.ts';
import { Written } from '#app/components/content/written.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { ownApplications } from '#app/modules/donutfonds/queries/own-applications.query.server.ts';
import { signedIn } from '#app/modules/people/policy.ts';

export const loader = guardLoader(signedIn, async ({ database, context, now }) => ({
  own: await ownApplications(database, signedInContext(context).actor, dayInAmsterdam(now)),
}));

export const meta = pageTitle<typeof loader>((t) => t('donutfonds:own.title'));

export default function OwnApplications() {
  const { own } = useLoaderData<typeof loader>();
  const { t } = useTranslation('donutfonds');
  const { locale, money } = useFormats();
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('crumb'), href: '/donutfonds' }]} />}
        title={t('own.title')}
        lead={t('own.lead')}
        tone="plain"
      />
      {own === null ? (
        <EmptyState title={t('none')} stampId="geen-donutfonds">
          <p>{t('noneText')}</p>
        </EmptyState>
      ) : (
        <>
          {own.standing === 'open' ? (
            <Notice>{t('notice.open', { until: dateText(own.closesOn, 'day', locale) })}</Notice>
          ) : (
            <Notice>{t(`standing.${own.standing}`)}</Notice>
          )}
          {own.lines.length === 0 ? (
            <EmptyState
              title={t('own.noOrganisation')}
              stampId="geen-organisatie"
              action={<ButtonLink href="/mijn/organisaties">{t('own.toOrganisations')}</ButtonLink>}
            >
              <p>{t('own.noOrganisationText')}</p>
            </EmptyState>
          ) : (
            <DataTable
              caption={t('own.caption')}
              rows={own.lines}
              rowKey={({ organisation }) => organisation.slug}
              columns={[
                {
                  key: 'organisation',
                  header: t('own.column.organisation'),
                  cell: ({ organisation }) => <Written>{organisation.name}</Written>,
                },
                {
                  key: 'state',
                  header: t('own.column.state', { year: own.year }),
                  cell: ({ state, number, reward }) =>
                    number === null
                      ? t(`own.state.${state}`)
                      : reward === null
                        ? t('own.declined')
                        : t('own.rewarded', { amount: money(reward) }),
                },
                {
                  key: 'do',
                  header: t('own.column.do'),
                  cell: ({ organisation, state }) =>
                    state === 'none' && own.standing !== 'open' ? null : (
                      <a
                        href={`/donutfonds/aanvragen/${organisation.slug}`}
                        aria-label={`${t(actionOf(state, own.standing))}: ${organisation.name}`}
                        className="inline-flex min-h-11 items-center"
                      >
                        {t(actionOf(state, own.standing))}
                      </a>
                    ),
                },
              ]}
            />
          )}
        </>
      )}
    </Page>
  );
}

function actionOf(state: string, standing: string): 'own.start' | 'own.change' | 'own.look' {
  if (standing !== 'open') return 'own.look';
  return state === 'submitted' ? 'own.change' : 'own.start';
}
