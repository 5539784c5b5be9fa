import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { AreaTag } from '#app/components/initiative/tags.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { TwoColumns } from '#app/components/page/two-columns.tsx';
import { ActivityFacts } from '#app/components/volunteering/activity-facts.tsx';
import { BenefitsNotice } from '#app/components/volunteering/benefits-notice.tsx';
import { Period } from '#app/components/volunteering/period.tsx';
import { Rates } from '#app/components/volunteering/rates.tsx';
import { TakePart } from '#app/components/volunteering/take-part.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { goTo, notFound, refusalStatus, refusalText } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { takePart } from '#app/modules/allowances/commands/take-part.server.ts';
import { activityPage, ownPart } from '#app/modules/allowances/queries/activities.query.server.ts';
import { isSignedIn } from '#app/modules/people/actor.ts';
import { everyone, signedIn } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, actor, params, now }) => {
  const slug = params.slug ?? '';
  const today = dayInAmsterdam(now);
  const activity = await activityPage(database, slug);
  if (activity === null) throw notFound();
  const part = isSignedIn(actor) ? await ownPart(database, actor, slug) : null;
  return {
    activity,
    today,
    mine: part === null ? null : { takesPart: part.takesPart, leftOn: part.leftOn },
  };
});

export const action = guardAction(signedIn, async ({ form, context, database, params, platform, t }) => {
  const slug = params.slug ?? '';
  const own = signedInContext(context);
  const part = await ownPart(database, own.actor, slug);
  if (part === null) throw notFound();
  const intent = formText(form, 'intent');
  if (intent !== 'join' && intent !== 'leave') throw turnAway(400);
  const takesPart = intent === 'join';
  const done = await takePart({ activityId: part.activityId, takesPart }, own);
  if (!done.ok) return data({ refusal: refusalText(t, 'allowances', done) }, { status: refusalStatus(done.reason) });
  const message = takesPart ? 'volunteering:page.joined' : 'volunteering:page.left';
  return goTo(`/activiteiten/${slug}`, platform, { tone: 'success', message });
});

export const handle = { kept: keptPage() };

export const meta = pageTitle<typeof loader>(
  (_t, { activity }) => activity.name,
  (_t, { activity }) => activity.description.slice(0, 160),
);

export default function Activity() {
  const { activity, today, mine } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('volunteering');
  const { name, body, description, isOpen } = activity;
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('claim.crumb'), href: '/activiteiten' }]} />}
        eyebrow={t('page.eyebrow')}
        title={<Written>{name}</Written>}
        lead={
          <a href={`/opgaveteams/${body.slug}`}>
            <Written>{body.name}</Written>
          </a>
        }
        stampId={activity.slug}
      >
        <p className="mt-4">
          <AreaTag name={activity.area?.name ?? t('district')} />
        </p>
        <p>
          <Period from={activity.beginsOn} until={activity.endsOn} />
        </p>
      </PageHeader>
      {answer?.refusal === undefined ? null : (
        <Notice tone="danger" role="alert">
          {answer.refusal}
        </Notice>
      )}
      <TwoColumns asideLabel={t('page.facts')} aside={<ActivityFacts activity={activity} />}>
        {isOpen ? (
          <TakePart activity={activity} today={today} mine={mine} />
        ) : (
          <Notice title={t('page.closed')}>{t('page.closedText')}</Notice>
        )}
        <Section title={t('page.you')}>
          <Rates activity={activity} />
          <p className="mt-3 max-w-prose">{t('page.paid')}</p>
        </Section>
        {description === '' ? null : (
          <Section title={t('page.about')}>
            <div className="prose whitespace-pre-line">
              <Written>{description}</Written>
            </div>
          </Section>
        )}
        <BenefitsNotice />
      </TwoColumns>
    </Page>
  );
}
