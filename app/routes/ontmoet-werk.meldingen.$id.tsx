import { useForm, type SubmissionResult } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DateText } from '#app/components/content/date-text.tsx';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { SubmitButton } from '#app/components/forms/buttons.tsx';
import { RadioCards } from '#app/components/forms/choice-fields.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { NotSent } from '#app/components/forms/not-sent.tsx';
import { TextAreaField } from '#app/components/forms/text-area-field.tsx';
import { PairNames } from '#app/components/messages/pair-names.tsx';
import { Message } from '#app/components/messages/message-list.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Card } from '#app/components/page/card.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { answerReport } from '#app/modules/portfolios/commands/report-conversation.server.ts';
import { reportAnswerForm } from '#app/modules/portfolios/conversation-form.ts';
import { longestMessageText, reportAnswers } from '#app/modules/portfolios/conversation.ts';
import { mayModerate, moderates } from '#app/modules/portfolios/policy.ts';
import { reportView } from '#app/modules/portfolios/queries/reports.query.server.ts';

export const loader = guardLoader(moderates, async ({ context, database, actor, params }) => {
  if (!mayModerate(actor).ok) throw turnAway(403);
  const report = await reportView(database, signedInContext(context).actor, params.id ?? '');
  if (report === null) throw notFound();
  return { report };
});

export const action = guardAction(moderates, async ({ form, context, params, platform }) => {
  const own = signedInContext(context);
  if (!mayModerate(own.actor).ok) throw turnAway(403);
  const submission = parseForm(form, reportAnswerForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const answered = await answerReport({ reportId: params.id ?? '', ...submission.value }, own);
  if (answered.ok) return goTo('/ontmoet-werk/meldingen', platform, { tone: 'success', message: 'messages:work.sent' });
  if (answered.reason === 'report-unknown' || answered.reason === 'own-report') throw notFound();
  return data(submission.reply({ formErrors: [refusalMessage('messages', answered)] }), {
    status: refusalStatus(answered.reason),
  });
});

export const meta = pageTitle<typeof loader>((t) => t('messages:work.title'));

export default function Report() {
  const { report } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('messages');
  const names = { asker: report.asker?.name ?? t('resident'), answerer: report.answerer?.name ?? t('resident') };
  const hasPortfolio = report[report.against] !== null;
  return (
    <Page width="reading">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('work.title'), href: '/ontmoet-werk/meldingen' }]} />}
        title={<PairNames one={report.asker} other={report.answerer} />}
        tone="plain"
      />
      <Section title={t('work.reason')}>
        <Card tone="brick">
          <p className="whitespace-pre-line">
            <Written>{report.reason}</Written>
          </p>
        </Card>
        <p className="mt-3">
          <Quoting text={t('work.against', { name: names[report.against] })} written={names[report.against]} />{' '}
          <DateText value={report.reportedAt} format="day" />
        </p>
      </Section>
      <Section title={t('work.conversation')}>
        <ol className="flex flex-col gap-4">
          {report.messages.map(({ id, side, text, sentAt }) => (
            <Message
              key={id}
              who={side === 'product' ? t('page.product') : <Written>{names[side]}</Written>}
              from={side === 'product' ? 'product' : side === report.against ? 'theirs' : 'mine'}
              sentAt={sentAt}
            >
              <div className="wrap-anywhere whitespace-pre-line">
                <Written>{text}</Written>
              </div>
            </Message>
          ))}
        </ol>
      </Section>
      <Section title={t('work.answer')}>
        {report.answer === null ? (
          <AnswerForm hasPortfolio={hasPortfolio} reply={reply} />
        ) : (
          <>
            {reply === undefined ? null : (
              <NotSent typed={reply.initialValue} names={['reason']}>
                {t('refusal.already-answered')}
              </NotSent>
            )}
            <p className="font-bold">{t(`work.answered.${report.answer}`)}</p>
            <p className="whitespace-pre-line">
              <Written>{report.answerReason}</Written>
            </p>
          </>
        )}
      </Section>
    </Page>
  );
}

function AnswerForm({ hasPortfolio, reply }: { hasPortfolio: boolean; reply: SubmissionResult | undefined }) {
  const { t } = useTranslation('messages');
  const [form, fields] = useForm<{ answer: string; reason: string }>({
    id: 'antwoord',
    lastResult: reply,
    constraint: { answer: { required: true }, reason: { required: true, maxLength: longestMessageText.reason } },
  });
  const labels = { answer: t('work.choose'), reason: t('work.why') };
  return (
    <FormFrame form={form} labels={labels}>
      <RadioCards
        field={fields.answer}
        label={labels.answer}
        choices={reportAnswers
          .filter((answer) => answer !== 'hidden' || hasPortfolio)
          .map((value) => ({ value, label: t(`work.choice.${value}`), hint: t(`work.choiceHint.${value}`) }))}
      />
      <TextAreaField field={fields.reason} label={labels.reason} hint={t('work.whyHint')} rows={4} />
      <div>
        <SubmitButton>{t('work.send')}</SubmitButton>
      </div>
    </FormFrame>
  );
}
