import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { editableCents, type Cents } from '#app/kernel/money.ts';
import { longestReason } from '#app/modules/donations/gift.ts';
import { useFormats } from '../content/use-formats.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { MoneyField } from '../forms/money-field.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';

/** Proposes that a gift is given back. @param most what is left of it, in cents */
export function RefundForm({
  most,
  formKey,
  reply,
}: {
  most: Cents;
  formKey: string;
  reply: SubmissionResult | null | undefined;
}) {
  const { t } = useTranslation('giftWork');
  const { money } = useFormats();
  const [form, fields] = useForm<{ amount: string; reason: string }>({
    id: 'teruggeven',
    lastResult: reply,
    constraint: { amount: { required: true }, reason: { required: true, maxLength: longestReason } },
    defaultValue: { amount: editableCents(most) },
  });
  const labels = { amount: t('refund.amount'), reason: t('refund.reason') };
  return (
    <div className="max-w-form">
      <FormFrame form={form} labels={labels}>
        <FormKey value={formKey} />
        <MoneyField field={fields.amount} label={labels.amount} hint={t('refund.amountHint', { most: money(most) })} />
        <TextAreaField field={fields.reason} label={labels.reason} hint={t('refund.reasonHint')} rows={3} />
        <ButtonRow>
          <SubmitButton tone="quiet" name="intent" value="propose">
            {t('refund.submit')}
          </SubmitButton>
        </ButtonRow>
      </FormFrame>
    </div>
  );
}
