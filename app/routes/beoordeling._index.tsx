import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { useFormats } from '#app/components/content/use-formats.ts';
import { DataTable } from '#app/components/content/data-table.tsx';
import { DateText } from '#app/components/content/date-text.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { AssignmentBadge, PhaseBadge } from '#app/components/scoring/badges.tsx';
import { PeriodText } from '#app/components/scoring/period-text.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { managesRounds, readsReviews, readsRounds } from '#app/modules/scoring/policy.ts';
import { managedRounds, type ManagedRound } from '#app/modules/scoring/queries/managed-rounds.query.server.ts';
import { myReviews, type MyRound } from '#app/modules/scoring/queries/my-reviews.query.server.ts';

export const loader = guardLoader(readsReviews, async ({ database, context, now }) => {
  const { actor } = signedInContext(context);
  const manages = managesRounds(actor);
  const reads = readsRounds(actor).ok;
  return {
    mine: await myReviews(database, actor.person.id, now),
    rounds: reads ? await managedRounds(database, actor, now) : null,
    canOpen: manages.ok,
    needsSecondFactor: !manages.ok && manages.reason === 'second-factor-needed',
  };
});

export const meta = pageTitle<typeof loader>((t) => t('scoring:home.title'));

export default function Reviews() {
  const { mine, rounds, canOpen, needsSecondFactor } = useLoaderData<typeof loader>();
  const { t } = useTranslation('scoring');
  return (
    <Page>
      <PageHeader
        title={t('home.title')}
        lead={t(canOpen ? 'home.leadManages' : rounds !== null && mine.length === 0 ? 'home.leadReads' : 'home.lead')}
        tone="water"
        stampId="beoordelen"
        actions={canOpen ? <ButtonLink href="/beoordeling/rondes/nieuw">{t('home.open')}</ButtonLink> : undefined}
      />
      {needsSecondFactor ? (
        <Notice tone="info" title={t('home.secondFactor')}>
          <a href="/inloggen/tweede-stap?naar=/beoordeling">{t('home.secondFactorLink')}</a>
        </Notice>
      ) : null}
      {mine.length === 0 && rounds !== null ? null : (
        <Section title={t('home.mine')}>
          {mine.length === 0 ? (
            <EmptyState stampId="niets-te-beoordelen" title={t('home.nothing')}>
              <p>{t('home.nothingText')}</p>
            </EmptyState>
          ) : (
            <div className="flex flex-col gap-10">
              {mine.map((round) => (
                <RoundOfMine key={round.id} round={round} />
              ))}
            </div>
          )}
        </Section>
      )}
      {rounds === null ? null : (
        <Section title={t('home.teams')} lead={canOpen ? undefined : t('home.readOnly')}>
          {rounds.length === 0 ? (
            <EmptyState stampId="geen-rondes" title={t('home.teamsNothing')}>
              <p>{t('home.teamsNothingText')}</p>
            </EmptyState>
          ) : (
            <RoundsTable rounds={rounds} />
          )}
        </Section>
      )}
    </Page>
  );
}

function RoundOfMine({ round }: { round: MyRound }) {
  const { t } = useTranslation('scoring');
  const { money } = useFormats();
  const titleId = `ronde-${round.id}`;
  const isDone = round.waiting === 0 && round.phase !== 'planned' && round.phase !== 'closed';
  return (
    <article aria-labelledby={titleId} className="rounded bg-surface p-5 sm:p-7">
      <p className="text-sm text-ink-soft">
        <Written>{round.bodyName}</Written>
      </p>
      <h3 id={titleId} className="text-xl">
        <a href={`/rondes/${round.slug}`} className="text-ink">
          <Written>{round.title}</Written>
        </a>
      </h3>
      <p className="mt-1">
        <PeriodText {...round} />
      </p>
      {round.waiting > 0 ? <p className="mt-1 font-semibold">{t('home.waiting', { count: round.waiting })}</p> : null}
      {isDone ? <p className="mt-1 font-semibold text-garden">{t('home.allDone')}</p> : null}
      <ul className="mt-5 flex flex-col">
        {round.assignments.map((assignment) => (
          <li
            key={assignment.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line py-3"
          >
            <span className="min-w-0">
              <a href={`/beoordeling/${assignment.id}`} className="inline-block py-1.5 font-semibold break-words">
                <Written>{assignment.title}</Written>
              </a>
              <span className="block text-sm text-ink-soft">
                {t('home.asked', {
                  amount: money(assignment.requested),
                })}
              </span>
            </span>
            <AssignmentBadge state={assignment.state} />
          </li>
        ))}
      </ul>
    </article>
  );
}

function RoundsTable({ rounds }: { rounds: readonly ManagedRound[] }) {
  const { t } = useTranslation('scoring');
  return (
    <DataTable<ManagedRound>
      caption={t('home.teams')}
      captionHidden
      rows={rounds}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'round',
          header: t('table.round'),
          cell: ({ id, title, phase }) => (
            <a href={phase === 'closed' ? `/beoordeling/rondes/${id}/uitslag` : `/beoordeling/rondes/${id}`}>
              <Written>{title}</Written>
            </a>
          ),
        },
        { key: 'team', header: t('table.team'), cell: ({ bodyName }) => <Written>{bodyName}</Written> },
        { key: 'state', header: t('table.state'), cell: ({ phase }) => <PhaseBadge phase={phase} /> },
        {
          key: 'until',
          header: t('table.until'),
          cell: ({ closesOn }) => <DateText value={closesOn} format="short" />,
        },
        { key: 'plans', header: t('table.plans'), numeric: true, cell: ({ initiativeCount }) => initiativeCount },
        {
          key: 'handedIn',
          header: t('table.handedIn'),
          numeric: true,
          cell: ({ handedIn, assigned }) => t('table.handedInOf', { done: handedIn, all: assigned }),
        },
      ]}
    />
  );
}
