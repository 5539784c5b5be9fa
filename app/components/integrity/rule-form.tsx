import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { DateField } from '../forms/date-field.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { MoneyField } from '../forms/money-field.tsx';
import { TextField } from '../forms/text-field.tsx';

const required = { required: true };
const dayFields = ['chairDays', 'managerDays', 'controlDays', 'boardDays', 'askerDays'] as const;
type Name = (typeof dayFields)[number] | 'startsOn' | 'giftFrom' | 'reason';

/** Sets terms and the value of gifts from a day on. */
export function RuleForm({ formKey, reply }: { formKey: string; reply: SubmissionResult | undefined }) {
  const { t } = useTranslation('integrity');
  const [form, fields] = useForm<Record<Name, string>>({
    id: 'termijnen',
    lastResult: reply,
    constraint: Object.fromEntries(
      [...dayFields, 'startsOn', 'giftFrom', 'reason'].map((name) => [
        name,
        name === 'reason' ? { ...required, maxLength: 500 } : required,
      ]),
    ),
  });
  const labels = {
    startsOn: t('rule.from'),
    giftFrom: t('rule.gift'),
    ...Object.fromEntries(dayFields.map((name) => [name, t(`rule.${name}`)])),
    reason: t('rule.reason'),
  };
  return (
    <FormFrame form={form} labels={labels}>
      <FormKey value={formKey} />
      <DateField field={fields.startsOn} label={labels.startsOn} hint={t('rule.startsOnHint')} />
      <MoneyField field={fields.giftFrom} label={labels.giftFrom} />
      {dayFields.map((name) => (
        <TextField key={name} field={fields[name]} label={t(`rule.${name}`)} inputMode="numeric" autoComplete="off" />
      ))}
      <TextField field={fields.reason} label={labels.reason} autoComplete="off" />
      <ButtonRow>
        <SubmitButton>{t('rule.save')}</SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
