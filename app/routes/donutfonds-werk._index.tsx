import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '#app/components/content/data-table.tsx';
import { DateText } from '#app/components/content/date-text.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { ReadingAlong } from '#app/components/people/reading-along.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { readsDonutWork, worksOnDonut } from '#app/modules/donutfonds/policy.ts';
import { donutWork } from '#app/modules/donutfonds/queries/donut-work.query.server.ts';

export const loader = guardLoader(readsDonutWork, async ({ database, actor, now }) => ({
  ...(await donutWork(database, actor, dayInAmsterdam(now))),
  readsAlong: !worksOnDonut(actor).ok,
}));

export const meta = pageTitle<typeof loader>((t) => t('donutWork:title'));

export default function DonutWorkPage() {
  const { calls, mayOpen, mayReadDonors, readsAlong } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['donutWork', 'donutfonds']);
  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        tone="plain"
        actions={
          <>
            {mayOpen ? (
              <ButtonLink href="/donutfonds-werk/nieuw" icon="plus">
                {t('open')}
              </ButtonLink>
            ) : null}
            <ButtonLink href="/donutfonds-werk/regels" tone="quiet">
              {t('rules')}
            </ButtonLink>
            {mayReadDonors ? (
              <ButtonLink href="/donutfonds-werk/gevers" tone="quiet">
                {t('donors')}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      {readsAlong ? <ReadingAlong /> : null}
      {calls.length === 0 ? (
        <EmptyState title={t('none')} stampId="geen-donutronde">
          <p>{t('noneText')}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={t('caption')}
          rows={calls}
          rowKey={({ year }) => String(year)}
          columns={[
            {
              key: 'year',
              header: t('column.year'),
              cell: ({ year }) => (
                <a href={`/donutfonds-werk/${String(year)}`} className="inline-flex min-h-11 items-center">
                  {t('call.title', { year })}
                </a>
              ),
            },
            {
              key: 'state',
              header: t('column.state'),
              cell: ({ standing, waits }) => (waits ? t('waits') : t(`donutfonds:standing.${standing}`)),
            },
            {
              key: 'until',
              header: t('column.until'),
              cell: ({ closesOn }) => <DateText value={closesOn} format="day" />,
            },
            {
              key: 'applications',
              header: t('column.applications'),
              numeric: true,
              cell: ({ applications }) => applications,
            },
          ]}
        />
      )}
      <p>
        <a href="/donutfonds">{t('public')}</a>
      </p>
    </Page>
  );
}
