import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ActionList } from '#app/components/action/action-list.tsx';
import { OrganisationPayments } from '#app/components/change/organisation-payments.tsx';
import { PromiseMoney } from '#app/components/change/promise-money.tsx';
import { Written } from '#app/components/content/written.tsx';
import { DecisionCheck, DecisionReceipt } from '#app/components/decision/decision-check.tsx';
import { DecisionCriteria } from '#app/components/decision/decision-criteria.tsx';
import { DecisionDeciders } from '#app/components/decision/decision-deciders.tsx';
import { DecisionDocuments } from '#app/components/decision/decision-documents.tsx';
import { DecisionFacts } from '#app/components/decision/decision-facts.tsx';
import { DecisionPeople } from '#app/components/decision/decision-people.tsx';
import { DecisionObjections, DecisionReasons } from '#app/components/decision/decision-reasons.tsx';
import { DecisionRemedy } from '#app/components/decision/decision-remedy.tsx';
import { OutcomeBadge } from '#app/components/decision/outcome-badge.tsx';
import { DecisionVote } from '#app/components/decision/decision-vote.tsx';
import { recipientName, useDecisionWords } from '#app/components/decision/use-decision-words.ts';
import { ReplacesNotice } from '#app/components/decision/replaces-notice.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { TwoColumns } from '#app/components/page/two-columns.tsx';
import { checkWord } from '#app/components/transparency/check-address.ts';
import { InLog } from '#app/components/transparency/in-log.tsx';
import { LawfulnessBlock } from '#app/components/procurement/lawfulness-block.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { withHead } from '#app/http/page-head.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { actionsOfDecision } from '#app/modules/actions/queries/public-actions.query.server.ts';
import { decisionMoney } from '#app/modules/budgets/queries/promise-money.query.server.ts';
import { decisionPage } from '#app/modules/decisions/queries/decision-page.query.server.ts';
import { planToDecideAnew } from '#app/modules/decisions/queries/replacement.query.server.ts';
import { decisionData } from '#app/modules/opendata/structured-data.ts';
import { organisationPayments } from '#app/modules/payouts/queries/organisation-payments.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { inLog } from '#app/modules/transparency/queries/in-log.query.server.ts';

export const loader = guardLoader(everyone, async ({ actor, database, params, platform, now }) => {
  const view = await decisionPage(database, params.number ?? '');
  if (view === null) throw notFound();
  const { number } = view.publication;
  const [money, decideAnew, payments, actions, log] = await Promise.all([
    decisionMoney(database, number),
    planToDecideAnew(database, actor, number),
    organisationPayments(database, actor, { decision: number }),
    actionsOfDecision(database, number, now),
    inLog(database, { kind: 'decision', subject: number }),
  ]);
  return {
    ...view,
    log,
    money,
    decideAnew,
    payments,
    actions,
    isOnline: platform.stripe !== null,
    today: dayInAmsterdam(now),
  };
});

export const meta = withHead<typeof loader>(
  pageTitle<typeof loader>(
    (t, { publication }) => `${publication.title} · ${t('decisions:page.eyebrow', { number: publication.number })}`,
    (_t, { publication }) => publication.motivation.slice(0, 160),
  ),
  ({ publication }, site) => ({ data: decisionData(publication, site) }),
);

/** The check of the log runs in the reader's browser, for who asks for it. */
export const handle = { hydrate: checkWord, kept: keptPage() };

export default function Decision() {
  const {
    publication,
    receipt,
    receiptMatches,
    recomputed,
    replacedBy,
    log,
    money,
    decideAnew,
    payments,
    actions,
    isOnline,
    closed,
    today,
  } = useLoaderData<typeof loader>();
  const { t } = useTranslation('decisions');
  const { sentence } = useDecisionWords();
  const { number, replaces } = publication;
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('page.crumb'), href: '/besluiten' }]} />}
        eyebrow={
          publication.subject.kind === 'assignment'
            ? t('assignment.registerEyebrow', { number, recipient: recipientName(publication) })
            : t('page.eyebrow', { number })
        }
        title={<Written>{publication.title}</Written>}
        lead={sentence(publication)}
        tone="water"
        stampId={publication.subject.kind === 'assignment' ? number : publication.subject.slug}
      >
        <p className="mt-5">
          <OutcomeBadge outcome={publication.outcome} />
        </p>
      </PageHeader>
      {replacedBy === null ? null : (
        <Notice tone="warning" title={t('page.replacedTitle')}>
          <p>
            {t('page.replacedText')} <a href={`/besluiten/${replacedBy}`}>{replacedBy}</a>.
          </p>
        </Notice>
      )}
      <ReplacesNotice number={replaces} />
      {publication.origin === 'paper' ? <Notice title={t('page.fromPaper')} /> : null}
      <TwoColumns
        asideLabel={t('page.facts')}
        aside={
          <>
            <DecisionFacts publication={publication} />
            <DecisionReceipt number={number} receipt={receipt} matches={receiptMatches} />
            <InLog
              view={log}
              proofHref={`/besluiten/${number}/bewijs.json`}
              publicationHref={`/besluiten/${number}.json`}
            />
          </>
        }
      >
        <DecisionReasons publication={publication} />
        <DecisionVote publication={publication} />
        <LawfulnessBlock publication={publication} />
        {money === null ? null : <PromiseMoney money={money} />}
        <OrganisationPayments payments={payments} isOnline={isOnline} on="list" />
        <ActionList lines={actions} of="decision" href="/acties" />
        <DecisionCriteria publication={publication} />
        <DecisionPeople publication={publication} />
        <DecisionDeciders publication={publication} />
        {publication.subject.kind === 'donut-application' ? null : (
          <DecisionObjections objections={publication.objections} />
        )}
        <DecisionDocuments publication={publication} closed={closed} />
        <DecisionRemedy publication={publication} today={today} />
        {decideAnew === null ? null : (
          <p className="no-print">
            <ButtonLink href={`/besluitvorming/nieuw?initiatief=${decideAnew}`} tone="quiet">
              {t('page.decideAnew')}
            </ButtonLink>
          </p>
        )}
        <DecisionCheck publication={publication} recomputed={recomputed} />
      </TwoColumns>
    </Page>
  );
}
