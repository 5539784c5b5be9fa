import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { BatchPage } from '#app/modules/payouts/views.ts';
import { ButtonLink, ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { DateField } from '../forms/date-field.tsx';
import { FormFrame } from '../forms/form-frame.tsx';

type SendFormProps = { batch: BatchPage; today: CalendarDate; reply: SubmissionResult | null };

/** Brings an approved payment to the bank, or has Stripe pay it. */
export function SendForm({ batch: { rail }, today, reply }: SendFormProps) {
  const { t } = useTranslation('payouts');
  const [form, fields] = useForm<{ executeOn: string }>({
    id: 'versturen',
    lastResult: reply,
    defaultValue: { executeOn: today },
    constraint: { executeOn: { required: true, min: today } },
  });
  return (
    <FormFrame form={form} labels={{ executeOn: t('act.executeOn') }}>
      <p className="max-w-prose">{t(rail === 'sepa' ? 'act.sendText' : 'act.stripeText')}</p>
      {rail === 'sepa' ? <DateField field={fields.executeOn} label={t('act.executeOn')} /> : null}
      <ButtonRow>
        <SubmitButton name="intent" value="send" icon="arrow-right">
          {t(rail === 'sepa' ? 'act.send' : 'act.sendStripe')}
        </SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}

/** The file of a payment that counts as sent. */
export function DownloadFile({ number }: { number: string }) {
  const { t } = useTranslation('payouts');
  return (
    <div className="flex flex-col items-start gap-4">
      <p className="max-w-prose">{t('act.downloadText')}</p>
      <ButtonLink href={`/penningmeester/${number}/bestand`} icon="download" download>
        {t('act.download')}
      </ButtonLink>
    </div>
  );
}
