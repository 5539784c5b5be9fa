import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { statementYears } from '#app/modules/payouts/queries/year-statement.query.server.ts';
import { signedIn } from '#app/modules/people/policy.ts';

export const loader = guardLoader(signedIn, async ({ database, context, now }) => ({
  years: await statementYears(database, signedInContext(context).actor),
  thisYear: Number(dayInAmsterdam(now).slice(0, 4)),
}));

export const meta = pageTitle<typeof loader>((t) => t('yearStatement:years'));

export default function YearStatements() {
  const { years, thisYear } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['yearStatement', 'volunteering']);
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('volunteering:mine.title'), href: '/mijn-vergoedingen' }]} />}
        title={t('years')}
        lead={t('lead')}
        tone="plain"
      />
      {years.length === 0 ? (
        <EmptyState title={t('none')} stampId="geen-jaren">
          <p>{t('noneText')}</p>
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-3">
          {years.map((year) => (
            <li key={year} className="rounded bg-surface p-5">
              <a
                href={`/mijn-vergoedingen/jaaropgave/${String(year)}.pdf`}
                className="inline-flex min-h-11 items-center font-bold"
              >
                {t('open', { year })}
              </a>
              {year === thisYear ? <p className="text-ink-soft">{t('running')}</p> : null}
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
