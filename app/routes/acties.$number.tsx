import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ActionHistory } from '#app/components/action/action-history.tsx';
import { OriginOfAction } from '#app/components/action/action-origin.tsx';
import { ActionStateBadge } from '#app/components/action/action-state-badge.tsx';
import { ActionOwner, ActionWhen } from '#app/components/action/action-words.tsx';
import { DateText } from '#app/components/content/date-text.tsx';
import { Facts } from '#app/components/content/facts.tsx';
import { Written } from '#app/components/content/written.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { Section } from '#app/components/page/section.tsx';
import { TwoColumns } from '#app/components/page/two-columns.tsx';
import { GroundsLegend } from '#app/components/redaction/grounds-legend.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { workHrefOf } from '#app/modules/actions/queries/action-work.query.server.ts';
import { publicAction } from '#app/modules/actions/queries/public-actions.query.server.ts';
import type { PublicAction } from '#app/modules/actions/views.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, actor, params, now }) => {
  const action = await publicAction(database, params.number ?? '', now);
  if (action === null) throw notFound();
  return { action, workHref: await workHrefOf(database, actor, action.number) };
});

export const handle = { kept: keptPage() };

export const meta = pageTitle<typeof loader>(
  (_t, { action }) => action.title,
  (_t, { action }) => action.explanation.slice(0, 160),
);

export default function ActionPage() {
  const { action, workHref } = useLoaderData<typeof loader>();
  const { t } = useTranslation('actions');
  const { number, title, body, state, due, owner, origin, since, explanation, updates } = action;
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('title'), href: '/acties' }]} />}
        eyebrow={<Written>{t('page.eyebrow', { number, body: body.name })}</Written>}
        title={<Written>{title}</Written>}
        tone="water"
        stampId={`actie-${String(number)}`}
        actions={
          workHref === null ? undefined : (
            <ButtonLink href={workHref} tone="quiet" iconAfter="arrow-right">
              {t('page.work')}
            </ButtonLink>
          )
        }
      >
        <p className="mt-5">
          <ActionStateBadge state={state} isLate={due.isLate} />
        </p>
      </PageHeader>
      <TwoColumns
        asideLabel={t('page.facts')}
        aside={
          <Facts
            facts={[
              { term: t('page.who'), value: <ActionOwner owner={owner} /> },
              { term: t('page.when'), value: <ActionWhen {...action} /> },
              { term: t('page.from'), value: <OriginOfAction origin={origin} /> },
              { term: t('page.since'), value: <DateText value={since} format="day" /> },
            ]}
          />
        }
      >
        {explanation === '' ? null : (
          <Section title={t('page.explanation')}>
            <div className="prose whitespace-pre-line">
              <Written>{explanation}</Written>
            </div>
          </Section>
        )}
        <GroundsLegend texts={[title, explanation, ...updates.map(({ text }) => text)]} />
        <Section title={t('page.history')}>
          <ActionHistory updates={updates} />
        </Section>
        {state === 'open' ? <WhatNext due={due} /> : null}
      </TwoColumns>
    </Page>
  );
}

function WhatNext({ due: { kind, on, isLate } }: Pick<PublicAction, 'due'>) {
  const { t, i18n } = useTranslation('actions');
  const day = on === null ? '' : dateText(on, 'day', i18n.language);
  return (
    <Notice title={t('page.next')} tone={isLate ? 'warning' : 'info'}>
      <p>
        {isLate
          ? t('page.nextLate')
          : kind === 'ongoing'
            ? t('page.nextOngoing')
            : kind === 'asap'
              ? t('page.nextAsap', { day })
              : t('page.nextOpen')}
      </p>
    </Notice>
  );
}
