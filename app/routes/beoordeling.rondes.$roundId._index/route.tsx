import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { PhaseBadge } from '#app/components/scoring/badges.tsx';
import { PeriodText } from '#app/components/scoring/period-text.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { managesRounds, readsRounds } from '#app/modules/scoring/policy.ts';
import { roundProgress, type RoundProgress } from '#app/modules/scoring/queries/round-progress.query.server.ts';
import { daysLeft } from '#app/modules/scoring/round.ts';
import { actOnRound, type ReturnedForm } from './act.server.ts';
import { AddPlans, CloseRound } from './round-forms.tsx';
import { EntryCard } from './entry-card.tsx';
import { formsOf } from './entry-forms.tsx';

export const loader = guardLoader(readsRounds, async ({ database, actor, params, now }) => {
  const round = await roundProgress(database, actor, params.roundId ?? '', now);
  if (round === null) throw notFound();
  const { opensOn, closesOn, phase } = round;
  const state = phase === 'closed' ? 'closed' : 'open';
  return { round, daysLeft: daysLeft({ state, opensOn, closesOn }, dayInAmsterdam(now)) };
});

export const action = guardAction(managesRounds, actOnRound);

export const meta = pageTitle<typeof loader>((t, { round }) => `${round.title} · ${t('scoring:home.title')}`);

export default function RoundProgressPage() {
  const { round, daysLeft: left } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>() ?? null;
  const { t } = useTranslation('scoring');
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('home.title'), href: '/beoordeling' }]} />}
        eyebrow={<Quoting text={t('progress.eyebrow', { body: round.bodyName })} written={round.bodyName} />}
        title={<Written>{round.title}</Written>}
        tone="plain"
        actions={
          round.phase === 'closed' ? (
            <ButtonLink href={`/beoordeling/rondes/${round.id}/uitslag`}>{t('progress.result')}</ButtonLink>
          ) : undefined
        }
      >
        <p className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-2">
          <PhaseBadge phase={round.phase} />
          <span>
            <PeriodText {...round} daysLeft={left} />
          </span>
        </p>
        <p className="mt-2 flex flex-wrap gap-x-6">
          <a href={`/rondes/${round.slug}`} className="inline-block py-2">
            {t('progress.public')}
          </a>
          <a href={`/criteria/${round.criteriaSetSlug}?versie=${round.criteriaVersion}`} className="inline-block py-2">
            {t('progress.criteria', { version: round.criteriaVersion })}
          </a>
        </p>
      </PageHeader>
      {returned === null || showsItself(returned, round) ? null : (
        <Notice tone="danger" role="alert" title={t(returned.message)} />
      )}
      {round.canManage || round.phase === 'closed' ? null : <Notice>{t('home.readOnly')}</Notice>}
      <Section title={t('progress.plans')} lead={round.phase === 'closed' ? undefined : t('progress.hidden')}>
        {round.entries.length === 0 ? (
          <p className="text-ink-soft">{t('progress.none')}</p>
        ) : (
          <ul className="flex flex-col gap-6">
            {round.entries.map((entry) => (
              <li key={entry.id}>
                <EntryCard entry={entry} round={round} returned={returned} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      {round.canManage && round.waiting.length > 0 ? (
        <AddPlans waiting={round.waiting} reply={returned?.kind === 'enter' ? returned.reply : null} />
      ) : null}
      {round.canManage ? <CloseRound round={round} /> : null}
    </Page>
  );
}

/** Whether the form that came back is still on the page, with its mistakes in it. */
function showsItself(returned: ReturnedForm, round: RoundProgress): boolean {
  if (returned.kind === 'refused') return false;
  if (returned.kind === 'enter') return round.canManage && round.waiting.length > 0;
  const entry = round.entries.find(({ id }) => id === returned.entryId);
  const forms = entry === undefined ? [] : formsOf(entry, round);
  return forms !== 'kept-out' && forms.includes(returned.kind);
}
