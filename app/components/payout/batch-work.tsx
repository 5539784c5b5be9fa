import type { SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { batchButtons } from '#app/modules/payouts/batch-buttons.ts';
import type { BatchPage } from '#app/modules/payouts/views.ts';
import { useFormats } from '../content/use-formats.ts';
import { Notice } from '../page/notice.tsx';
import { Section } from '../page/section.tsx';
import { ApproveForm } from './approve-form.tsx';
import { FileFingerprints } from './file-fingerprints.tsx';
import { ReasonForm } from './reason-form.tsx';
import { DownloadFile, SendForm } from './send-form.tsx';

type BatchWorkProps = {
  batch: BatchPage;
  today: CalendarDate;
  formKey: string;
  /** What came back of the form with this button. */
  reply: (intent: string) => SubmissionResult | null;
};

/** What can be done with a payment now, the most likely first; or what it waits for. */
export function BatchWork({ batch, today, formKey, reply }: BatchWorkProps) {
  const { t } = useTranslation('payouts');
  const { state, rail, mayWork, counts, number, files } = batch;
  const buttons = batchButtons(batch);
  const choices = useLineChoices(batch);
  const all = { value: 'all', label: t('act.putBackAll', { count: counts.open.people }) };
  return (
    <Section title={t('page.now')}>
      <div className="flex max-w-form flex-col gap-6">
        {state === 'settled' ? <p>{t('act.settledText')}</p> : null}
        {state === 'discarded' ? <p>{t('act.discardedText')}</p> : null}
        {state === 'sent' ? <p>{t(rail === 'sepa' ? 'act.sentWaits' : 'act.stripeText')}</p> : null}
        {state === 'draft' && mayWork ? <ApproveForm batch={batch} reply={reply('approve')} /> : null}
        {batch.payerChanged ? <Notice tone="warning">{t('act.payerChanged')}</Notice> : null}
        {buttons.includes('send') ? <SendForm batch={batch} today={today} reply={reply('send')} /> : null}
        {state === 'sent' && rail === 'sepa' && mayWork ? <DownloadFile number={number} /> : null}
        {rail === 'sepa' && (state === 'sent' || files.length > 0) ? (
          <FileFingerprints number={number} files={files} />
        ) : null}
        {buttons.includes('leave-out') && choices.length > 0 ? (
          <ReasonForm what="leaveOut" intent="leave-out" reply={reply('leave-out')} choices={choices} />
        ) : null}
        {buttons.includes('discard') ? <ReasonForm what="discard" intent="discard" reply={reply('discard')} /> : null}
        {buttons.includes('put-back') ? (
          <ReasonForm
            what="putBack"
            intent="put-back"
            reply={reply('put-back')}
            choices={[all, ...choices]}
            formKey={formKey}
          />
        ) : null}
      </div>
    </Section>
  );
}

/** Lines that wait, on this page, by who it is. */
function useLineChoices({ lines }: BatchPage) {
  const { t } = useTranslation('payouts');
  const { money } = useFormats();
  return lines
    .filter(({ state }) => state === 'open')
    .map(({ id, name, amount, position }) => ({
      value: id,
      label: `${name === '' ? t('page.nameless') : name}, ${money(amount)} (${t('page.position', { position })})`,
    }));
}
