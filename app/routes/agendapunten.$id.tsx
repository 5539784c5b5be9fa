import { useForm } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { AgendaItems } from '#app/components/evening-report/agenda-items.tsx';
import { ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { RadioCards } from '#app/components/forms/choice-fields.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { TextAreaField } from '#app/components/forms/text-area-field.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { answersItems, readsItems } from '#app/modules/gatherings/agenda-policy.ts';
import { answerItem } from '#app/modules/gatherings/commands/put-forward.server.ts';
import { itemAnswers, longestOutcomeWords } from '#app/modules/gatherings/outcome.ts';
import { itemAnswerForm } from '#app/modules/gatherings/outcome-form.ts';
import { oneItemOfWork } from '#app/modules/gatherings/queries/agenda-items.query.server.ts';

export const loader = guardLoader(readsItems, async ({ database, actor, params }) => {
  const item = await oneItemOfWork(database, actor, params.id ?? '');
  if (item === null) throw notFound();
  return { item };
});

export const action = guardAction(answersItems, async ({ database, actor, params, form, context, platform }) => {
  const item = await oneItemOfWork(database, actor, params.id ?? '');
  if (item === null) throw notFound();
  const submission = parseForm(form, itemAnswerForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const answered = await answerItem({ id: item.id, ...submission.value }, signedInContext(context));
  if (answered.ok)
    return goTo(`/agendapunten/${item.id}`, platform, { tone: 'success', message: 'eveningWork:desk.sent' });
  return data(submission.reply({ formErrors: [refusalMessage('eveningPart', answered)] }), {
    status: refusalStatus(answered.reason),
  });
});

export const meta = pageTitle<typeof loader>((_t, { item }) => item.title);

export default function ItemOfDesk() {
  const { item } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, i18n } = useTranslation(['eveningWork', 'eveningReport', 'meetingWork']);
  const { title, gathering, putForwardAt, revision, whyNot, state, reach } = item;
  const [form, fields] = useForm<{ answer: string; text: string }>({
    id: 'antwoord',
    lastResult: reply,
    constraint: { answer: { required: true }, text: { required: true, maxLength: longestOutcomeWords.answer } },
  });
  const labels = { answer: t('desk.answer'), text: t('desk.text') };
  const from = t('desk.from', { gathering: gathering.title, day: dateText(putForwardAt, 'day', i18n.language) });
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('desk.title'), href: '/agendapunten' }]} />}
        title={<Written>{title}</Written>}
        lead={from}
        tone="plain"
      />
      <Section title={t('desk.asked')}>
        <AgendaItems items={[item]} />
      </Section>
      <p>
        <a href={`/vergaderwerk/inbreng/${item.id}`} className="inline-flex min-h-11 items-center">
          {t('meetingWork:request.place')}
        </a>
      </p>
      {state !== 'asked' ? null : whyNot !== null ? (
        <Notice>{t(whyNot === 'own' ? 'desk.own' : 'desk.role')}</Notice>
      ) : (
        <Section title={t('desk.answerTitle')}>
          <div className="mb-6 flex flex-col gap-2">
            <p className="max-w-prose">{t('desk.once')}</p>
            <p className="max-w-prose">{t('desk.reach', { count: reach.count })}</p>
            {reach.withoutAccount === 0 || reach.until === null ? null : (
              <p className="max-w-prose font-semibold">
                {t('desk.reachUntil', {
                  count: reach.withoutAccount,
                  day: dateText(reach.until, 'day', i18n.language),
                })}
              </p>
            )}
          </div>
          <FormFrame form={form} labels={labels}>
            <input type="hidden" name="revision" value={revision} />
            <RadioCards
              field={fields.answer}
              label={labels.answer}
              choices={itemAnswers.map((value) => ({ value, label: t(`eveningReport:answer.${value}`) }))}
            />
            <TextAreaField field={fields.text} label={labels.text} hint={t('desk.textHint')} rows={5} />
            <ButtonRow>
              <SubmitButton>{t('desk.send')}</SubmitButton>
            </ButtonRow>
          </FormFrame>
        </Section>
      )}
    </Page>
  );
}
