import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { dateText } from '#app/kernel/date-text.ts';
import { Money } from '#app/components/content/money.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { PhaseBadge } from '#app/components/scoring/badges.tsx';
import { CriteriaList } from '#app/components/scoring/criteria-list.tsx';
import { HowScored } from '#app/components/scoring/how-scored.tsx';
import { LeftPlans } from '#app/components/scoring/left-plans.tsx';
import { MoneyReach } from '#app/components/scoring/money-reach.tsx';
import { PeriodText } from '#app/components/scoring/period-text.tsx';
import { RankingTable, type RankedRow } from '#app/components/scoring/ranking-table.tsx';
import { ScoredPlan } from '#app/components/scoring/scored-plan.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { everyone } from '#app/modules/people/policy.ts';
import {
  publicRound,
  type PublicEntry,
  type PublicRoundView,
} from '#app/modules/scoring/queries/public-round.query.server.ts';

export const loader = guardLoader(everyone, async ({ database, actor, params, now, locale }) => {
  const round = await publicRound(database, actor, params.slug ?? '', now, locale);
  if (round === null) throw notFound();
  return { round };
});

export const handle = { kept: keptPage() };

export const meta = pageTitle<typeof loader>(
  (_t, { round }) => round.title,
  (t) => t('scoring:rounds.lead'),
);

export default function PublicRound() {
  const { round } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation('scoring');
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('rounds.title'), href: '/rondes' }]} />}
        eyebrow={
          <a href={bodyHref(round.body)}>
            <Written>{round.body.name}</Written>
          </a>
        }
        title={<Written>{round.title}</Written>}
        tone="water"
        stampId={round.slug}
      >
        <p className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-2">
          <PhaseBadge phase={round.phase} />
          <span>
            {round.closedOn === null ? (
              <PeriodText {...round} />
            ) : (
              t('rounds.closedOn', { date: dateText(round.closedOn, 'long', i18n.language) })
            )}
          </span>
        </p>
      </PageHeader>
      <Plans round={round} />
      {round.money === null ? null : <MoneyReach money={round.money} />}
      <LeftPlans left={round.left} />
      <Section
        title={t('rounds.criteria')}
        action={
          <a
            href={`/criteria/${round.criteria.setSlug}?versie=${round.criteria.version}`}
            className="inline-block py-2"
          >
            <Quoting
              text={t('rounds.criteriaVersion', { title: round.criteria.setTitle, version: round.criteria.version })}
              written={round.criteria.setTitle}
            />
          </a>
        }
      >
        <CriteriaList criteria={round.criteria.items} />
      </Section>
      <HowScored />
    </Page>
  );
}

/** What is public stands with its score; the rest by title alone. */
function Plans({ round }: { round: PublicRoundView }) {
  const { t } = useTranslation('scoring');
  const scored = round.entries.flatMap(({ scored: result }) => (result === null ? [] : [result]));
  const waiting = round.entries.filter(({ scored: result }) => result === null);
  const hasUndecided = round.entries.some(({ decisionNumber }) => decisionNumber === null);
  return (
    <Section title={t('rounds.plansTitle')}>
      <div className="flex flex-col gap-8">
        <p className="max-w-prose">
          {t('rounds.minimum', { count: round.minimumReviews })} {hasUndecided ? t('rounds.whenPublic') : null}
        </p>
        {scored.length === 0 ? null : (
          <RankingTable
            caption={t('result.ranking')}
            rows={scored.map(({ result, ...entry }): RankedRow => ({
              ...entry,
              totalHundredths: result.totalHundredths,
            }))}
            hrefOf={({ entryId }) => `#plan-${entryId}`}
          />
        )}
        {waiting.length === 0 ? null : (
          <ul className="flex flex-col">
            {waiting.map((entry) => (
              <WaitingPlan key={entry.initiativeSlug} entry={entry} isClosed={round.phase === 'closed'} />
            ))}
          </ul>
        )}
        {round.entries.map((entry) =>
          entry.scored === null ? null : (
            <div key={entry.scored.entryId}>
              {entry.isOwn && entry.decisionNumber === null ? (
                <div className="mb-3">
                  <Notice>{t('rounds.own')}</Notice>
                </div>
              ) : null}
              <ScoredPlan entry={entry.scored} isOpen={scored.length === 1} />
            </div>
          ),
        )}
      </div>
    </Section>
  );
}

function WaitingPlan({ entry, isClosed }: { entry: PublicEntry; isClosed: boolean }) {
  const { t } = useTranslation('scoring');
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1 border-t border-line py-3">
      <a href={`/initiatieven/${entry.initiativeSlug}`} className="inline-block py-1.5 font-semibold break-words">
        <Written>{entry.title}</Written>
      </a>
      <span className="text-ink-soft">
        <Money cents={entry.requested} /> · {isClosed ? t('rounds.waitingDecision') : t('rounds.beingScored')}
      </span>
    </li>
  );
}

function bodyHref({ slug, kind }: PublicRoundView['body']): string {
  return kind === 'wijkalliantie' ? `/wijkallianties#${slug}` : `/opgaveteams/${slug}`;
}
