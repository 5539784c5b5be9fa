import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { dateText } from '#app/kernel/date-text.ts';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { stayWhileAutosaving, unlessAutosaving } from '#app/components/forms/use-autosave.ts';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { AssignmentBadge } from '#app/components/scoring/badges.tsx';
import { PeriodText } from '#app/components/scoring/period-text.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { scores } from '#app/modules/scoring/policy.ts';
import { reviewPage, type ReviewPageView } from '#app/modules/scoring/queries/review-page.query.server.ts';
import { actOnReview } from './act.server.ts';
import { DeclareForm, LaterInterest } from './declare-form.tsx';
import { DossierText } from './dossier-text.tsx';
import { OthersScores } from './others-scores.tsx';
import { OwnScores } from './own-scores.tsx';
import { ScoreSheet } from './score-sheet.tsx';
import { ShutDossier } from './shut-dossier.tsx';

export const loader = guardLoader(scores, async ({ database, context, params, now, locale }) => {
  const { actor } = signedInContext(context);
  const review = await reviewPage(database, actor.person.id, params.assignmentId ?? '', now, locale);
  if (review === null) throw notFound();
  return { review };
});

export const action = guardAction(scores, actOnReview);

export const meta = pageTitle<typeof loader>((t, { review }) => `${review.title} · ${t('scoring:home.title')}`);

/** The score sheet saves itself. */
export const handle = { hydrate: true };

export const shouldRevalidate = unlessAutosaving;

export const clientAction = stayWhileAutosaving;

export default function Review() {
  const { review } = useLoaderData<typeof loader>();
  const { t } = useTranslation('scoring');
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('review.back'), href: '/beoordeling' }]} />}
        eyebrow={<Quoting text={t('review.eyebrow', { round: review.round.title })} written={review.round.title} />}
        title={<Written>{review.title}</Written>}
        tone="plain"
      >
        <p className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-2">
          <AssignmentBadge state={review.state} />
          <span>
            <PeriodText {...review.round} />
          </span>
        </p>
      </PageHeader>
      <ReviewBody review={review} />
    </Page>
  );
}

function ReviewBody({ review }: { review: ReviewPageView }) {
  const { t, i18n } = useTranslation('scoring');
  const returned = useActionData<typeof action>();
  const answer = returned === undefined || 'autosaved' in returned ? null : returned;
  const refusal = answer?.kind === 'refused' ? <Notice tone="danger" role="alert" title={t(answer.message)} /> : null;
  switch (review.state) {
    case 'wait':
      return <Notice>{t('review.wait', { date: dateText(review.round.opensOn, 'long', i18n.language) })}</Notice>;
    case 'left':
      return <Notice>{t('review.left')}</Notice>;
    case 'role-ended':
      return (
        <Notice tone="warning" title={t('review.roleEndedTitle', { body: review.round.bodyName })}>
          {t('review.roleEnded')}
        </Notice>
      );
    case 'missed':
      return <Notice tone="warning">{t('review.missed')}</Notice>;
    case 'shut':
      return <ShutDossier interest={review.interest} bodyName={review.round.bodyName} />;
    case 'declare':
      return (
        <>
          {refusal}
          <DeclareForm
            reply={answer?.kind === 'declare' ? answer.reply : null}
            initiativeSlug={review.initiativeSlug}
          />
        </>
      );
    case 'draft':
    case 'handed-in':
      return (
        <>
          {refusal}
          {review.sheet !== null ? null : (
            <Notice title={t('review.roleEndedTitle', { body: review.round.bodyName })}>
              {t('review.roleEndedCounts')}
            </Notice>
          )}
          <div className="grid gap-x-14 gap-y-12 lg:grid-cols-2">
            {review.dossier === null ? null : (
              <DossierText dossier={review.dossier} isBeside={review.state === 'draft'} />
            )}
            <div className="flex min-w-0 flex-col gap-12">
              {review.sheet === null ? null : review.state === 'draft' ? (
                <ScoreSheet sheet={review.sheet} returned={answer?.kind === 'sheet' ? answer : null} />
              ) : (
                <OwnScores sheet={review.sheet} handedInOn={review.handedInOn} />
              )}
              {review.others === null || review.sheet === null ? null : (
                <OthersScores others={review.others} criteria={review.sheet.criteria} />
              )}
              <LaterInterest reply={answer?.kind === 'later' ? answer.reply : null} />
            </div>
          </div>
        </>
      );
  }
}
