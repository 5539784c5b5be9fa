import { useForm, type SubmissionResult } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { RadioCards } from '#app/components/forms/choice-fields.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { ReadingAlong } from '#app/components/people/reading-along.tsx';
import { OpenDataSetting } from '#app/components/opendata/open-data-setting.tsx';
import { SmallSpendingSetting } from '#app/components/programme/small-spending-setting.tsx';
import { SettingFrame } from '#app/components/programme/setting-frame.tsx';
import { ProcurementSetting } from '#app/components/procurement/procurement-setting.tsx';
import { guardAction, guardLoader, type GuardedAction } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { pressedButton } from '#app/http/pressed-button.server.ts';
import { goTo, refusalMessage, refusalStatus } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { administers, readsAdministration } from '#app/modules/people/policy.ts';
import { procurementSettingForm } from '#app/modules/procurement/form.ts';
import { changeSetting } from '#app/modules/programme/commands/change-setting.server.ts';
import { openDataForm, smallSpendingForm, submissionRulesForm } from '#app/modules/programme/form.ts';
import { settingView } from '#app/modules/programme/queries/settings.query.server.ts';
import { regulatedSubmitters, submissionChoices, type SubmissionRules } from '#app/modules/programme/setting.ts';

export const loader = guardLoader(readsAdministration, async ({ database, actor }) => ({
  ...(await settingView(database, 'submission-rules')),
  smallSpending: await settingView(database, 'small-spending'),
  procurement: await settingView(database, 'procurement'),
  openData: await settingView(database, 'open-data'),
  mayChange: administers(actor).ok,
}));

const settings = {
  submission: changeSubmission,
  'small-spending': changeSmallSpending,
  procurement: changeProcurement,
  'open-data': changeOpenData,
};

export const action = guardAction(administers, async (args) =>
  settings[pressedButton(args.form, ['submission', 'small-spending', 'procurement', 'open-data'])](args),
);

type Replies = Record<'submission' | 'smallSpending' | 'procurement' | 'openData', SubmissionResult | null>;

/** One form of the page comes back, the others are as they were. */
const noReplies: Replies = { submission: null, smallSpending: null, procurement: null, openData: null };

async function changeOpenData({ form, context, platform }: GuardedAction) {
  const submission = parseForm(form, openDataForm);
  const answer = (status: number, reply: SubmissionResult) => data({ ...noReplies, openData: reply }, { status });
  if (submission.status !== 'success') return answer(422, submission.reply());
  const { changedAt = '', ...value } = submission.value;
  const changed = await changeSetting({ key: 'open-data', value, changedAt }, signedInContext(context));
  if (changed.ok)
    return goTo('/beheer/instellingen', platform, { tone: 'success', message: 'administration:settings.saved' });
  const formErrors = [refusalMessage('administration', changed)];
  return answer(refusalStatus(changed.reason), submission.reply({ formErrors }));
}

async function changeProcurement({ form, context, platform }: GuardedAction) {
  const submission = parseForm(form, procurementSettingForm);
  const answer = (status: number, reply: SubmissionResult) => data({ ...noReplies, procurement: reply }, { status });
  if (submission.status !== 'success') return answer(422, submission.reply());
  const { changedAt = '', ...value } = submission.value;
  const changed = await changeSetting({ key: 'procurement', value, changedAt }, signedInContext(context));
  if (changed.ok)
    return goTo('/beheer/instellingen', platform, { tone: 'success', message: 'administration:settings.saved' });
  const formErrors = [refusalMessage('administration', changed)];
  return answer(refusalStatus(changed.reason), submission.reply({ formErrors }));
}

async function changeSmallSpending({ form, context, platform }: GuardedAction) {
  const submission = parseForm(form, smallSpendingForm);
  const answer = (status: number, reply: SubmissionResult) => data({ ...noReplies, smallSpending: reply }, { status });
  if (submission.status !== 'success') return answer(422, submission.reply());
  const { changedAt = '', threshold, days } = submission.value;
  const value = { thresholdCents: threshold, days };
  const changed = await changeSetting({ key: 'small-spending', value, changedAt }, signedInContext(context));
  if (changed.ok)
    return goTo('/beheer/instellingen', platform, { tone: 'success', message: 'administration:settings.saved' });
  const formErrors = [refusalMessage('administration', changed)];
  return answer(refusalStatus(changed.reason), submission.reply({ formErrors }));
}

async function changeSubmission({ form, context, platform }: GuardedAction) {
  const submission = parseForm(form, submissionRulesForm);
  const answer = (status: number, reply: SubmissionResult) => data({ ...noReplies, submission: reply }, { status });
  if (submission.status !== 'success') return answer(422, submission.reply());
  const { changedAt = '', ...value } = submission.value;
  const changed = await changeSetting({ key: 'submission-rules', value, changedAt }, signedInContext(context));
  if (changed.ok)
    return goTo('/beheer/instellingen', platform, { tone: 'success', message: 'administration:settings.saved' });
  const formErrors = [refusalMessage('administration', changed)];
  return answer(refusalStatus(changed.reason), submission.reply({ formErrors }));
}

export const meta = pageTitle<typeof loader>((t) => t('administration:settings.title'));

export default function ProgrammeSettings() {
  const { value, changedAt, smallSpending, procurement, openData, mayChange } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const { t } = useTranslation('administration');
  const [form, fields] = useForm<SubmissionRules>({
    id: 'instellingen',
    lastResult: outcome?.submission ?? null,
    constraint: { civilServants: { required: true }, committeeMembers: { required: true } },
    defaultValue: value,
  });
  const labels = { civilServants: t('settings.civilServants'), committeeMembers: t('settings.committeeMembers') };
  const choices = submissionChoices.map((choice) => ({
    value: choice,
    label: t(`settings.choice.${choice}`),
    hint: t(`settings.hint.${choice}`),
  }));
  return (
    <Page width="form">
      <PageHeader
        title={t('settings.title')}
        lead={t(mayChange ? 'settings.lead' : 'settings.leadReading')}
        tone="plain"
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('title'), href: '/beheer' }]} />}
      />
      {mayChange ? null : <ReadingAlong />}
      <SettingFrame
        title={t('settings.submission')}
        changedAt={changedAt}
        mayChange={mayChange}
        form={form}
        labels={labels}
        intent="submission"
        facts={regulatedSubmitters.map((who) => ({
          term: labels[who],
          value: t(`settings.choice.${value[who]}`),
        }))}
      >
        <RadioCards field={fields.civilServants} label={labels.civilServants} choices={choices} />
        <RadioCards field={fields.committeeMembers} label={labels.committeeMembers} choices={choices} />
      </SettingFrame>
      <SmallSpendingSetting setting={smallSpending} mayChange={mayChange} reply={outcome?.smallSpending ?? null} />
      <ProcurementSetting setting={procurement} mayChange={mayChange} reply={outcome?.procurement ?? null} />
      <OpenDataSetting setting={openData} mayChange={mayChange} reply={outcome?.openData ?? null} />
    </Page>
  );
}
