import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '#app/components/content/data-table.tsx';
import { Written } from '#app/components/content/written.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { Confidential, Outside } from '#app/components/integrity/confidential.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { RecordLinks } from '#app/components/record/record-links.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { publicIntegrity } from '#app/modules/integrity/queries/outcomes.query.server.ts';
import { levels } from '#app/modules/integrity/question.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, now }) =>
  publicIntegrity(database, dayInAmsterdam(now)),
);

export const handle = { kept: keptPage() };

export const meta = pageTitle<typeof loader>(
  (t) => t('integrity:title'),
  (t) => t('integrity:lead'),
);

export default function Integrity() {
  const { outcomes, figures, terms } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['integrity', 'interests']);
  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        tone="water"
        stampId="integriteit"
        actions={
          <div className="flex flex-wrap gap-3">
            <ButtonLink href="/integriteit/vraag">{t('ask')}</ButtonLink>
            <ButtonLink href="/belangen" tone="quiet">
              {t('interests:register.title')}
            </ButtonLink>
          </div>
        }
      />
      <RecordLinks current="integrity" />
      <Section title={t('way.title')} lead={t('way.intro')}>
        <ol className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
          {levels.map((level, index) => (
            <li key={level} className="rounded bg-surface p-5">
              <p className="font-heading text-2xl font-bold" aria-hidden="true">
                {index + 1}
              </p>
              <p className="font-semibold first-letter:uppercase">{t(`level.${level}`)}</p>
              <p className="text-ink-soft">{t('way.days', { count: terms[level] })}</p>
            </li>
          ))}
        </ol>
        <div className="prose mt-5">
          <p>{t('way.asker', { count: terms.asker })}</p>
          <p>{t('way.subject')}</p>
        </div>
      </Section>
      <Confidential />
      <Section title={t('outcomes.title')} lead={t('outcomes.lead')} id="uitkomsten">
        {outcomes.length === 0 ? (
          <EmptyState title={t('outcomes.none')} stampId="geen-uitkomsten">
            <p>{t('outcomes.noneText')}</p>
          </EmptyState>
        ) : (
          <ul className="flex flex-col gap-4">
            {outcomes.map(({ number, kind, level, days, outcome }) => (
              <li key={number} className="rounded bg-surface p-5">
                <h3 className="text-lg">
                  {t(`kind.${kind}`)} {number}
                </h3>
                <p className="text-sm text-ink-soft">
                  {t('outcomes.endedAt', { level: t(`level.${level}`) })}, {t('outcomes.days', { count: days })}
                </p>
                <p className="mt-2 max-w-prose break-words whitespace-pre-line">
                  <Written>{outcome}</Written>
                </p>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('figures.title')} lead={t('figures.lead')}>
        <DataTable
          caption={t('figures.title')}
          captionHidden
          rows={figures}
          rowKey={({ level }) => level}
          columns={[
            {
              key: 'level',
              header: t('figures.level'),
              cell: ({ level }) => <span className="inline-block first-letter:uppercase">{t(`level.${level}`)}</span>,
            },
            {
              key: 'count',
              header: t('figures.count'),
              numeric: true,
              cell: ({ count }) => (count === null ? t('figures.few') : String(count)),
            },
            {
              key: 'days',
              header: t('figures.days'),
              numeric: true,
              cell: ({ days }) => (days === null ? t('figures.hidden') : String(days)),
            },
          ]}
        />
      </Section>
      <Outside />
    </Page>
  );
}
