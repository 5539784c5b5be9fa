import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { ActivityFacts } from '#app/components/coordination/activity-facts.tsx';
import { KeptAway, NobodyElse } from '#app/components/coordination/kept-away.tsx';
import { ActivityMeter } from '#app/components/coordination/activity-meter.tsx';
import { ClaimsAnswered } from '#app/components/coordination/claims-answered.tsx';
import { ClaimsToAnswer } from '#app/components/coordination/claims-to-answer.tsx';
import { Participants } from '#app/components/coordination/participants.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { Overtaken } from '#app/components/forms/overtaken.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { TwoColumns } from '#app/components/page/two-columns.tsx';
import { ReadingAlong } from '#app/components/people/reading-along.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { answerClaimsForm } from '#app/modules/allowances/activity-form.ts';
import { answerClaims } from '#app/modules/allowances/commands/answer-claims.server.ts';
import { coordinates, readsCoordination } from '#app/modules/allowances/policy.ts';
import { activityPeople } from '#app/modules/allowances/queries/activity-people.query.server.ts';
import { coordinatedActivity } from '#app/modules/allowances/queries/coordinated-activity.query.server.ts';

export const loader = guardLoader(readsCoordination, async ({ database, actor, params, url, now }) => {
  const activity = await coordinatedActivity(database, actor, params.slug ?? '', dayInAmsterdam(now));
  if (activity === null) throw notFound();
  const withAll = url.searchParams.get('beantwoord') === 'alles';
  return { activity, people: await activityPeople(database, actor, activity.id, { withAll }) };
});

export const action = guardAction(coordinates, async ({ database, actor, params, form, context, platform, now }) => {
  const activity = await coordinatedActivity(database, actor, params.slug ?? '', dayInAmsterdam(now));
  if (activity === null) throw notFound();
  const intent = formText(form, 'intent');
  if (intent !== 'approve' && intent !== 'approve-all' && intent !== 'refuse') throw turnAway(400);
  const submission = parseForm(form, answerClaimsForm);
  if (submission.status !== 'success') return data({ reply: submission.reply(), refusedId: null }, { status: 422 });
  const { claimIds, allIds, reason } = submission.value;
  const outcome = await answerClaims(
    {
      activityId: activity.id,
      claimIds: intent === 'approve-all' ? allIds : claimIds,
      answer: intent === 'refuse' ? { approve: false, reason } : { approve: true },
    },
    signedInContext(context),
  );
  if (outcome.ok) {
    const message = intent === 'refuse' ? 'coordination:waiting.refused' : 'coordination:waiting.approved';
    return goTo(`/coordinatie/${activity.slug}`, platform, { tone: 'success', message });
  }
  const message = refusalMessage('coordination', outcome);
  const reply =
    outcome.reason === 'reason-missing'
      ? submission.reply({ fieldErrors: { reason: [message] } })
      : submission.reply({ formErrors: [message] });
  return data({ reply, refusedId: outcome.claimId ?? null }, { status: refusalStatus(outcome.reason) });
});

export const meta = pageTitle<typeof loader>((_t, { activity }) => activity.name);

export default function CoordinatedActivityPage() {
  const { activity, people } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('coordination');
  const { name, slug, mayWork } = activity;
  const here = `/coordinatie/${slug}`;
  const worksOn = mayWork && activity.state === 'open';
  const links = [
    ...(worksOn
      ? [
          { href: `${here}/lijst`, label: t('page.print') },
          { href: `${here}/wijzig`, label: t('page.change') },
        ]
      : []),
    { href: `/activiteiten/${slug}`, label: t('page.public') },
  ];
  const isLeft = mayWork && people.waiting.some(({ keptFrom }) => keptFrom !== null);
  const mayAnswer = mayWork && people.waiting.some(({ keptFrom }) => keptFrom === null);
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('crumb'), href: '/coordinatie' }]} />}
        eyebrow={t('page.eyebrow')}
        title={<Written>{name}</Written>}
        tone="sand"
        actions={
          worksOn ? (
            <>
              {activity.hour > 0 ? (
                <ButtonLink href={`${here}/uren`} icon="edit" tone={mayAnswer ? 'quiet' : 'main'}>
                  {t('page.sheet')}
                </ButtonLink>
              ) : null}
              <ButtonLink href={`${here}/aanmelden`} tone="quiet" icon="plus">
                {t('page.door')}
              </ButtonLink>
            </>
          ) : undefined
        }
      >
        <p className="no-print mt-2 flex flex-wrap gap-x-6">
          {links.map(({ href, label }) => (
            <a key={href} href={href} className="inline-flex min-h-11 items-center">
              {label}
            </a>
          ))}
        </p>
      </PageHeader>
      {activity.keptAway ? <KeptAway others={activity.others} /> : mayWork ? null : <ReadingAlong />}
      {activity.state === 'closed' ? <Notice>{t('page.closed')}</Notice> : null}
      {answer === undefined || mayAnswer ? null : <Overtaken reply={answer.reply} names={['reason']} />}
      <TwoColumns asideLabel={t('page.facts')} aside={<ActivityFacts activity={activity} />}>
        <Section title={t(mayWork ? 'waiting.title' : 'waiting.titleReading')}>
          {isLeft && activity.others.length === 0 ? <NobodyElse /> : null}
          {people.waiting.length === 0 ? (
            <EmptyState title={t('waiting.none')} stampId="niets-wacht">
              {activity.state === 'open' ? <p>{t('waiting.noneText')}</p> : undefined}
            </EmptyState>
          ) : (
            <ClaimsToAnswer
              claims={people.waiting}
              mayWork={mayWork}
              reply={answer?.reply ?? null}
              refusedId={answer?.refusedId ?? null}
            />
          )}
          {people.waitingMore === 0 ? null : <p className="mt-4">{t('waiting.more', { count: people.waitingMore })}</p>}
        </Section>
        <Section title={t('meter.budget')}>
          <ActivityMeter label={t('meter.budget')} budget={activity.budget} {...people.totals} />
          <p className="mt-4 max-w-prose text-ink-soft">{t('page.paid')}</p>
        </Section>
        <Section title={t('people.title')}>
          {people.participants.length === 0 ? <p>{t('people.none')}</p> : <Participants people={people.participants} />}
        </Section>
        {activity.description === '' ? null : (
          <Section title={t('page.description')}>
            <p className="max-w-prose break-words whitespace-pre-line">
              <Written>{activity.description}</Written>
            </p>
          </Section>
        )}
        <Section title={t('answered.title')} id="beantwoord">
          {people.answered.length === 0 ? <p>{t('answered.none')}</p> : <ClaimsAnswered claims={people.answered} />}
          {people.answeredMore === 0 ? null : (
            <p className="mt-4">
              <a href={`${here}?beantwoord=alles#beantwoord`} className="inline-flex min-h-11 items-center">
                {t('answered.all', { count: people.answeredMore })}
              </a>
            </p>
          )}
        </Section>
      </TwoColumns>
    </Page>
  );
}
