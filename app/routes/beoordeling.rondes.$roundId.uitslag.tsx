import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { HowScored } from '#app/components/scoring/how-scored.tsx';
import { LeftPlans } from '#app/components/scoring/left-plans.tsx';
import { MoneyReach } from '#app/components/scoring/money-reach.tsx';
import { RankingTable } from '#app/components/scoring/ranking-table.tsx';
import { ScoredPlan } from '#app/components/scoring/scored-plan.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { readsResults } from '#app/modules/scoring/policy.ts';
import { roundResult, type RoundResult } from '#app/modules/scoring/queries/round-result.query.server.ts';

export const loader = guardLoader(readsResults, async ({ database, actor, params, now, locale }) => {
  const round = await roundResult(database, actor, params.roundId ?? '', now, locale);
  if (round === null) throw notFound();
  return { round };
});

export const meta = pageTitle<typeof loader>((t, { round }) => t('scoring:result.title', { round: round.title }));

export default function RoundResultPage() {
  const { round } = useLoaderData<typeof loader>();
  const { t } = useTranslation('scoring');
  return (
    <Page>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: t('home.title'), href: '/beoordeling' },
              { label: <Written>{round.title}</Written>, href: `/rondes/${round.slug}` },
            ]}
          />
        }
        eyebrow={<Written>{round.bodyName}</Written>}
        title={<Quoting text={t('result.title', { round: round.title })} written={round.title} />}
        tone="water"
        stampId={round.slug}
      />
      {round.scores === null ? <Notice>{t('result.notYet')}</Notice> : <Scores scores={round.scores} />}
    </Page>
  );
}

function Scores({ scores }: { scores: NonNullable<RoundResult['scores']> }) {
  const { t } = useTranslation('scoring');
  const { entries, keptOut, left, money } = scores;
  const undecided = entries.some(({ decisionNumber }) => decisionNumber === null);
  if (entries.length === 0 && keptOut.length === 0) {
    return (
      <>
        <Notice>{t('progress.none')}</Notice>
        <LeftPlans left={left} />
      </>
    );
  }
  return (
    <>
      {undecided ? <Notice>{t('result.internal')}</Notice> : null}
      <Section title={t('result.ranking')} lead={t('result.rankingLead')}>
        <RankingTable
          caption={t('result.ranking')}
          rows={entries.map(({ result, ...entry }) => ({ ...entry, totalHundredths: result.totalHundredths }))}
          hrefOf={({ entryId }) => `#plan-${entryId}`}
        />
        {keptOut.length === 0 ? null : (
          <div className="mt-6">
            <Notice tone="warning" title={t('result.keptOut')}>
              <ul>
                {keptOut.map(({ initiativeSlug, title }) => (
                  <li key={initiativeSlug}>
                    <Written>{title}</Written>
                  </li>
                ))}
              </ul>
            </Notice>
          </div>
        )}
      </Section>
      {money === null ? null : <MoneyReach money={money} />}
      <Section title={t('result.detail')}>
        <div className="flex flex-col gap-10">
          {entries.map((entry) => (
            <ScoredPlan key={entry.entryId} entry={entry} isOpen={entries.length === 1} />
          ))}
        </div>
      </Section>
      <LeftPlans left={left} />
      <HowScored />
    </>
  );
}
