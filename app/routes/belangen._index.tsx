import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '#app/components/content/data-table.tsx';
import { FilterBar, FilterSelect } from '#app/components/content/filter-bar.tsx';
import { useFormats } from '#app/components/content/use-formats.ts';
import { Written } from '#app/components/content/written.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { HolderCards } from '#app/components/integrity/holder-cards.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { RecordLinks } from '#app/components/record/record-links.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { giftLimit, interestRegister } from '#app/modules/integrity/queries/interest-register.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, url, now }) => {
  const today = dayInAmsterdam(now);
  const bodies = await interestRegister(database, today);
  const body = url.searchParams.get('team') ?? '';
  return {
    body,
    choices: bodies.map(({ slug, name }) => ({ value: slug, label: name })),
    shown: body === '' ? bodies : bodies.filter(({ slug }) => slug === body),
    figures: bodies.map(({ slug, name, stated }) => ({ slug, name, stated })),
    giftFrom: await giftLimit(database, today),
  };
});

export const handle = { kept: keptPage('team') };

export const meta = pageTitle<typeof loader>(
  (t) => t('interests:register.title'),
  (t) => t('interests:register.lead'),
);

export default function InterestRegister() {
  const { body, choices, shown, figures, giftFrom } = useLoaderData<typeof loader>();
  const { t } = useTranslation('interests');
  const { money } = useFormats();
  return (
    <Page>
      <PageHeader
        title={t('register.title')}
        lead={t('register.lead')}
        tone="water"
        stampId="belangen"
        actions={
          <div className="flex flex-wrap gap-3">
            <ButtonLink href="/belangen/erbuiten" tone="quiet">
              {t('register.recusals')}
            </ButtonLink>
            <ButtonLink href="/integriteit" tone="quiet">
              {t('register.ask')}
            </ButtonLink>
            <ButtonLink href="/mijn/belangen" tone="text">
              {t('register.own')}
            </ButtonLink>
          </div>
        }
      />
      <RecordLinks current="interests" />
      <p className="max-w-prose">
        {t('register.rule')} {t('register.giftFrom', { amount: money(giftFrom) })}
      </p>
      <FilterBar action="/belangen" activeCount={body === '' ? 0 : 1}>
        <FilterSelect
          name="team"
          label={t('register.body')}
          value={body}
          all={t('register.anyBody')}
          options={choices}
        />
      </FilterBar>
      {shown.length === 0 ? (
        <EmptyState title={t('register.none')} stampId="geen-belangen">
          <p>{t('register.noneText')}</p>
        </EmptyState>
      ) : (
        shown.map(({ slug, name, holders, stated }) => (
          <Section
            key={slug}
            title={<Written>{name}</Written>}
            lead={stated === null ? t('register.tooSmall') : t('register.counts', stated)}
          >
            {holders.length === 0 ? <p>{t('register.nobodyYet')}</p> : <HolderCards holders={holders} />}
          </Section>
        ))
      )}
      {figures.length === 0 ? null : (
        <Section title={t('register.figures')} lead={t('register.figuresLead')}>
          <DataTable
            caption={t('register.figures')}
            captionHidden
            rows={figures}
            rowKey={({ slug }) => slug}
            columns={[
              {
                key: 'team',
                header: t('register.figureTeam'),
                cell: ({ slug, name }) => (
                  <a href={`/belangen?team=${slug}`}>
                    <Written>{name}</Written>
                  </a>
                ),
              },
              {
                key: 'made',
                header: t('register.figureMade'),
                numeric: true,
                cell: ({ stated }) => (stated === null ? t('register.figureSmall') : t('register.figureOf', stated)),
              },
            ]}
          />
        </Section>
      )}
    </Page>
  );
}
