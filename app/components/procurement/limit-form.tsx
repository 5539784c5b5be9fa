import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { limitKinds } from '#app/modules/procurement/limit.ts';
import { longest } from '#app/modules/procurement/form.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { CheckboxField, RadioCards } from '../forms/choice-fields.tsx';
import { DateField } from '../forms/date-field.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { MoneyField } from '../forms/money-field.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';

type Typed = Record<'which' | 'amount' | 'beginsOn' | 'endsOn' | 'source' | 'isToConfirm' | 'reason', string>;

/** A limit for a period, with where it comes from and why it is filled in. */
export function LimitForm({ formKey, reply }: { formKey: string; reply: SubmissionResult | null }) {
  const { t } = useTranslation('procurement');
  const needed = { required: true };
  const [form, fields] = useForm<Typed>({
    id: 'grens',
    lastResult: reply,
    constraint: {
      which: needed,
      amount: needed,
      beginsOn: needed,
      source: { required: true, maxLength: longest.source },
      reason: { required: true, maxLength: longest.reason },
    },
  });
  const labels = {
    which: t('limits.which'),
    amount: t('limits.amount'),
    beginsOn: t('limits.beginsOn'),
    endsOn: t('limits.endsOn'),
    source: t('limits.sourceLabel'),
    reason: t('limits.reason'),
  };
  return (
    <FormFrame form={form} labels={labels}>
      <FormKey value={formKey} />
      <RadioCards
        field={fields.which}
        label={labels.which}
        choices={limitKinds.map((which) => ({ value: which, label: t(`limit.${which}`) }))}
      />
      <MoneyField field={fields.amount} label={labels.amount} hint={t('limits.amountHint')} />
      <DateField field={fields.beginsOn} label={labels.beginsOn} />
      <DateField field={fields.endsOn} label={labels.endsOn} hint={t('limits.endsOnHint')} />
      <TextAreaField field={fields.source} label={labels.source} hint={t('limits.sourceHint')} rows={2} />
      <CheckboxField field={fields.isToConfirm} label={t('limits.isToConfirm')} />
      <TextAreaField field={fields.reason} label={labels.reason} rows={2} />
      <ButtonRow>
        <SubmitButton name="intent" value="limit">
          {t('limits.save')}
        </SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
