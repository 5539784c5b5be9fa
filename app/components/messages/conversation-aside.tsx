import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { longestMessageText, reportAnswers } from '#app/modules/portfolios/conversation.ts';
import type { ConversationView } from '#app/modules/portfolios/views.ts';
import { DateText } from '../content/date-text.tsx';
import { Quoting } from '../content/written.tsx';
import { SubmitButton } from '../forms/buttons.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';

type ConversationAsideProps = {
  conversation: ConversationView;
  formKey: string;
  /** What came back of the report. */
  reply: SubmissionResult | undefined;
};

/** Beside a conversation: who reads along, and what to do when it is not as it should be. */
export function ConversationAside({ conversation, formKey, reply }: ConversationAsideProps) {
  const { t } = useTranslation('messages');
  const { mine, noAnswer, canBlock, reports } = conversation;
  const waits = reports.some(({ answer }) => answer === null);
  return (
    <div className="flex flex-col gap-5">
      {mine === null ? null : (
        <p>
          <Quoting text={t('page.readers', { name: mine.name })} written={mine.name} />
        </p>
      )}
      {canBlock ? <Block isBlocked={noAnswer === 'blocked-by-us'} isAlone={mine === null} /> : null}
      {reports.map((report) => (
        <div key={report.reportedAt.toISOString()} className="rounded bg-tint-sand px-4 py-3">
          <p className="font-bold">
            <ReportedOn at={report.reportedAt} />
          </p>
          <p>
            {report.answer === null
              ? t('page.reportWaits')
              : t(`page.reportAnswer.${reportAnswers.find((one) => one === report.answer) ?? 'nothing'}`)}
          </p>
          {report.answerReason === '' ? null : (
            <p>
              <Quoting text={t('page.because', { reason: report.answerReason })} written={report.answerReason} />
            </p>
          )}
        </div>
      ))}
      {waits ? null : (
        <details open={reply !== undefined}>
          <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t('page.report')}</summary>
          <ReportForm formKey={formKey} reply={reply} />
        </details>
      )}
    </div>
  );
}

function ReportedOn({ at }: { at: Date }) {
  const { t } = useTranslation('messages');
  const [before = '', after = ''] = t('page.reportedOn', { date: '|' }).split('|');
  return (
    <>
      {before}
      <DateText value={at} format="day" />
      {after}
    </>
  );
}

/** @param isAlone the reader writes for themselves, without a portfolio */
function Block({ isBlocked, isAlone }: { isBlocked: boolean; isAlone: boolean }) {
  const { t } = useTranslation('messages');
  return (
    <form method="post">
      {isBlocked ? null : <p className="mb-2 text-ink-soft">{t(isAlone ? 'page.blockTextAlone' : 'page.blockText')}</p>}
      <SubmitButton tone="quiet" name="intent" value={isBlocked ? 'unblock' : 'block'}>
        {isBlocked ? t('page.unblock') : t('page.block')}
      </SubmitButton>
    </form>
  );
}

function ReportForm({ formKey, reply }: Pick<ConversationAsideProps, 'formKey' | 'reply'>) {
  const { t } = useTranslation('messages');
  const [form, fields] = useForm<{ reason: string }>({
    id: 'melding',
    lastResult: reply,
    constraint: { reason: { required: true, maxLength: longestMessageText.reason } },
  });
  const labels = { reason: t('page.reportReason') };
  return (
    <FormFrame form={form} labels={labels}>
      <FormKey value={formKey} />
      <TextAreaField field={fields.reason} label={labels.reason} hint={t('page.reportText')} rows={3} />
      <div>
        <SubmitButton tone="danger" name="intent" value="report">
          {t('page.reportSend')}
        </SubmitButton>
      </div>
    </FormFrame>
  );
}
