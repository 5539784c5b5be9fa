import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { longestClaimText } from '#app/modules/allowances/claim.ts';
import { acceptedFiles } from '#app/modules/initiatives/attachment.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { DateField } from '../forms/date-field.tsx';
import { FileField } from '../forms/file-field.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { MoneyField } from '../forms/money-field.tsx';
import { TextField } from '../forms/text-field.tsx';
import { Notice } from '../page/notice.tsx';

type Fields = { amount: string; day: string; note: string; receipt: string };

type ExpenseFormProps = { today: CalendarDate; formKey: string; reply: SubmissionResult | null | undefined };

/** What a volunteer paid, with the receipt. */
export function ExpenseForm({ today, formKey, reply }: ExpenseFormProps) {
  const { t } = useTranslation('volunteering');
  const required = { required: true };
  const [form, fields] = useForm<Fields>({
    id: 'onkosten',
    lastResult: reply,
    constraint: {
      amount: required,
      day: required,
      note: { ...required, maxLength: longestClaimText.note },
      receipt: required,
    },
    defaultValue: { day: today },
  });
  const labels = {
    amount: t('expense.amount'),
    day: t('expense.day'),
    note: t('expense.note'),
    receipt: t('expense.receipt'),
  };
  return (
    <FormFrame form={form} labels={labels} withFiles>
      <FormKey value={formKey} />
      <MoneyField field={fields.amount} label={labels.amount} hint={t('expense.amountHint')} />
      <DateField field={fields.day} label={labels.day} />
      <TextField field={fields.note} label={labels.note} hint={t('expense.noteHint')} autoComplete="off" />
      {reply == null ? null : <Notice tone="warning">{t('expense.again')}</Notice>}
      <FileField field={fields.receipt} label={labels.receipt} hint={t('expense.receiptHint')} accept={acceptedFiles} />
      <ButtonRow>
        <SubmitButton>{t('expense.submit')}</SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
