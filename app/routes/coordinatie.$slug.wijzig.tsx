import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { ActivityForm } from '#app/components/coordination/activity-form.tsx';
import { SubmitButton } from '#app/components/forms/buttons.tsx';
import { Overtaken } from '#app/components/forms/overtaken.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardAction, guardLoader, type GuardedAction } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { editableCents, type Cents } from '#app/kernel/money.ts';
import {
  changeActivityForm,
  closeActivityForm,
  contentOf,
  refusedActivity,
} from '#app/modules/allowances/activity-form.ts';
import { changeActivity } from '#app/modules/allowances/commands/change-activity.server.ts';
import { coordinates } from '#app/modules/allowances/policy.ts';
import { activityChoices, knowsArea } from '#app/modules/allowances/queries/activity-choices.query.server.ts';
import { coordinatedActivity } from '#app/modules/allowances/queries/coordinated-activity.query.server.ts';
import { waitingClaims } from '#app/modules/allowances/queries/waiting-claims.query.server.ts';

export const loader = guardLoader(coordinates, async ({ database, actor, params, now }) => {
  const activity = await coordinatedActivity(database, actor, params.slug ?? '', dayInAmsterdam(now));
  if (activity === null || !activity.mayWork) throw notFound();
  const [choices, waiting] = await Promise.all([activityChoices(database, now), waitingClaims(database, activity.id)]);
  return { activity, waiting, ...choices };
});

export const action = guardAction(coordinates, async (args) => {
  const activity = await coordinatedActivity(
    args.database,
    args.actor,
    args.params.slug ?? '',
    dayInAmsterdam(args.now),
  );
  if (activity === null) throw notFound();
  return args.form.get('intent') === 'close' ? close(args, activity) : change(args, activity);
});

type Target = { id: string; slug: string };

async function change({ database, form, context, platform }: GuardedAction, { id: activityId, slug }: Target) {
  const submission = parseForm(form, changeActivityForm);
  if (submission.status !== 'success') return data({ reply: submission.reply(), refusal: null }, { status: 422 });
  const { revision, areaCode } = submission.value;
  if (!(await knowsArea(database, areaCode))) {
    const reply = submission.reply({ fieldErrors: { areaCode: ['coordination:mistake.area'] } });
    return data({ reply, refusal: null }, { status: 422 });
  }
  const order = { activityId, revision, change: { to: contentOf(submission.value) } };
  const changed = await changeActivity(order, signedInContext(context));
  if (changed.ok)
    return goTo(`/coordinatie/${slug}`, platform, { tone: 'success', message: 'coordination:form.saved' });
  const reply = submission.reply(refusedActivity(changed.reason, refusalMessage('coordination', changed)));
  return data({ reply, refusal: null }, { status: refusalStatus(changed.reason) });
}

async function close({ form, context, platform, t }: GuardedAction, { id: activityId, slug }: Target) {
  const submission = parseForm(form, closeActivityForm);
  if (submission.status !== 'success')
    return data({ reply: undefined, refusal: t('coordination:mistake.form') }, { status: 422 });
  const order = { activityId, revision: submission.value.revision, change: 'close' } as const;
  const closed = await changeActivity(order, signedInContext(context));
  if (closed.ok)
    return goTo(`/coordinatie/${slug}`, platform, { tone: 'success', message: 'coordination:form.closed' });
  return data(
    { reply: undefined, refusal: t(`coordination:refusal.${closed.reason}`) },
    { status: refusalStatus(closed.reason) },
  );
}

export const meta = pageTitle<typeof loader>((t, { activity }) =>
  t('coordination:form.changeTitle', { name: activity.name }),
);

const asTyped = (amount: Cents) => (amount === 0 ? '' : editableCents(amount));

export default function ChangeActivity() {
  const { activity, waiting, wijken, norm } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('coordination');
  const { name, slug, revision } = activity;
  const crumbs = [
    { label: t('crumb'), href: '/coordinatie' },
    { label: <Written>{name}</Written>, href: `/coordinatie/${slug}` },
  ];
  const isOpen = activity.state === 'open';
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={crumbs} />}
        title={<Quoting text={t('form.changeTitle', { name })} written={name} />}
        lead={isOpen ? t('form.changeLead') : t('page.closed')}
        tone="plain"
      />
      {answer?.refusal == null ? null : <Notice tone="danger" role="alert" title={answer.refusal} />}
      {isOpen || answer?.reply === undefined ? null : (
        <Overtaken reply={answer.reply} names={['name', 'description', 'normReason']} />
      )}
      {isOpen ? (
        <>
          <ActivityForm
            grounds={null}
            wijken={wijken}
            norm={norm}
            hidden={{ revision }}
            reply={answer?.reply}
            filledIn={{
              name,
              description: activity.description,
              areaCode: activity.areaCode ?? '',
              budget: editableCents(activity.budget),
              hour: asTyped(activity.hour),
              hourYoung: asTyped(activity.hourYoung),
              normReason: activity.normReason,
              paysExpenses: activity.paysExpenses ? 'on' : '',
              beginsOn: activity.beginsOn,
              endsOn: activity.endsOn,
            }}
            submitLabel={t('form.save')}
          />
          <Section title={t('form.closeTitle')}>
            {waiting > 0 ? (
              <Notice>{t('form.closeWaiting', { count: waiting })}</Notice>
            ) : (
              <form method="post" className="flex flex-col items-start gap-4">
                <p className="max-w-prose">{t('form.closeText')}</p>
                <input type="hidden" name="revision" value={revision} />
                <SubmitButton name="intent" value="close" tone="danger">
                  {t('form.close')}
                </SubmitButton>
              </form>
            )}
          </Section>
        </>
      ) : null}
    </Page>
  );
}
