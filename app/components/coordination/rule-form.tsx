import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { DateField } from '../forms/date-field.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { MoneyField } from '../forms/money-field.tsx';
import { TextField } from '../forms/text-field.tsx';

const required = { required: true };
const fieldNames = ['startsOn', 'month', 'year', 'hour', 'hourYoung', 'source', 'toConfirm'] as const;

type RuleFormProps = { formKey: string; reply: SubmissionResult | undefined };

/** Adds what the law allows from a day on. */
export function RuleForm({ formKey, reply }: RuleFormProps) {
  const { t } = useTranslation('coordination');
  const [form, fields] = useForm<Record<(typeof fieldNames)[number], string>>({
    id: 'bedragen',
    lastResult: reply,
    constraint: {
      ...Object.fromEntries(fieldNames.map((name) => [name, required])),
      source: { ...required, maxLength: 500 },
      toConfirm: { maxLength: 500 },
    },
  });
  const labels = {
    startsOn: t('rules.startsOn'),
    month: t('rules.month'),
    year: t('rules.year'),
    hour: t('rules.hour'),
    hourYoung: t('rules.hourYoung'),
    source: t('rules.source'),
    toConfirm: t('rules.toConfirm'),
  };
  return (
    <FormFrame form={form} labels={labels}>
      <FormKey value={formKey} />
      <DateField field={fields.startsOn} label={labels.startsOn} hint={t('rules.startsOnHint')} />
      <MoneyField field={fields.month} label={labels.month} />
      <MoneyField field={fields.year} label={labels.year} />
      <MoneyField field={fields.hour} label={labels.hour} />
      <MoneyField field={fields.hourYoung} label={labels.hourYoung} />
      <TextField field={fields.source} label={labels.source} autoComplete="off" />
      <TextField field={fields.toConfirm} label={labels.toConfirm} hint={t('rules.toConfirmHint')} autoComplete="off" />
      <ButtonRow>
        <SubmitButton>{t('rules.add')}</SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
