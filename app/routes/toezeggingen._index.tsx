import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { FilterBar, FilterSelect } from '#app/components/content/filter-bar.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { RecordLinks } from '#app/components/record/record-links.tsx';
import { Page } from '#app/components/page/page.tsx';
import { UndertakingLines } from '#app/components/undertaking/undertaking-lines.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { undertakings } from '#app/modules/actions/queries/undertakings.query.server.ts';
import { audiences, undertakingStates } from '#app/modules/actions/undertaking.ts';
import { readUndertakingFilter } from '#app/modules/actions/undertaking-filter.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, url, now }) => {
  const filter = readUndertakingFilter(url.searchParams);
  return { filter, view: await undertakings(database, filter, now) };
});

export const handle = { kept: keptPage('team', 'aan', 'stand') };

export const meta = pageTitle<typeof loader>(
  (t) => t('undertakings:title'),
  (t) => t('undertakings:lead'),
);

const figures = ['total', 'kept', 'partly', 'not', 'open', 'late'] as const;

export default function Undertakings() {
  const { filter, view } = useLoaderData<typeof loader>();
  const { t } = useTranslation('undertakings');
  const active = Object.values(filter).filter((value) => value !== '').length;
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} tone="sand" stampId="toezeggingen" />
      <RecordLinks current="undertakings" />
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-6">
        {figures.map((name) => (
          <div key={name} className="flex flex-col-reverse justify-end rounded bg-surface p-4">
            <dt className="text-ink-soft">{t(`counts.${name}`)}</dt>
            <dd className={`text-3xl font-bold ${name === 'late' && view.counts.late > 0 ? 'text-brick' : ''}`}>
              {view.counts[name]}
            </dd>
          </div>
        ))}
      </dl>
      <FilterBar action="/toezeggingen" activeCount={active}>
        <FilterSelect
          name="team"
          label={t('filter.body')}
          value={filter.body}
          all={t('filter.anyBody')}
          options={view.bodies}
        />
        <FilterSelect
          name="aan"
          label={t('filter.toWhom')}
          value={filter.toWhom}
          all={t('filter.anybody')}
          options={audiences.map((value) => ({ value, label: t(`toWhom.${value}`) }))}
        />
        <FilterSelect
          name="stand"
          label={t('filter.state')}
          value={filter.state}
          all={t('filter.anyState')}
          options={[...undertakingStates, 'late' as const].map((value) => ({ value, label: t(`state.${value}`) }))}
        />
      </FilterBar>
      <section aria-labelledby="gevonden">
        <h2 id="gevonden" className="mb-5 text-xl">
          {t('found', { count: view.lines.length })}
        </h2>
        {view.lines.length > 0 ? (
          <UndertakingLines lines={view.lines} hrefOf={({ number }) => `/toezeggingen/${String(number)}`} />
        ) : view.counts.total === 0 ? (
          <EmptyState title={t('none')} stampId="geen-toezeggingen">
            <p>{t('noneText')}</p>
          </EmptyState>
        ) : (
          <EmptyState
            title={t('emptyTitle')}
            stampId="geen-toezegging-gevonden"
            action={
              <ButtonLink href="/toezeggingen" tone="quiet">
                {t('clear')}
              </ButtonLink>
            }
          >
            <p>{t('emptyText')}</p>
          </EmptyState>
        )}
      </section>
      <ul className="no-print flex flex-col gap-1">
        <li>
          <a href="/acties" className="inline-block py-2">
            {t('toActions')}
          </a>
        </li>
        <li>
          <a href="/toezeggingen.json" className="inline-block py-2">
            {t('json')}
          </a>
        </li>
      </ul>
    </Page>
  );
}
