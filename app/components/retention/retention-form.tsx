import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { longestReason, retentionKinds, retentionUnits } from '#app/modules/retention/retention.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { RadioCards } from '../forms/choice-fields.tsx';
import { DateField } from '../forms/date-field.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { TextField } from '../forms/text-field.tsx';

const required = { required: true };
const fieldNames = ['kind', 'amount', 'unit', 'startsOn', 'reason'] as const;

type RetentionFormProps = { formKey: string; reply: SubmissionResult | undefined };

/** Says how long a kind of data is kept from a day on. */
export function RetentionForm({ formKey, reply }: RetentionFormProps) {
  const { t } = useTranslation('retention');
  const [form, fields] = useForm<Record<(typeof fieldNames)[number], string>>({
    id: 'bewaartermijn',
    lastResult: reply,
    constraint: {
      ...Object.fromEntries(fieldNames.map((name) => [name, required])),
      reason: { ...required, maxLength: longestReason },
    },
    defaultValue: { unit: 'month' },
  });
  const labels = {
    kind: t('form.kind'),
    amount: t('form.amount'),
    unit: t('form.unit'),
    startsOn: t('form.startsOn'),
    reason: t('form.reason'),
  };
  return (
    <FormFrame form={form} labels={labels}>
      <FormKey value={formKey} />
      <SelectField
        field={fields.kind}
        label={labels.kind}
        emptyLabel={t('form.chooseKind')}
        choices={retentionKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}.name`) }))}
      />
      <TextField field={fields.amount} label={labels.amount} inputMode="numeric" autoComplete="off" />
      <RadioCards
        field={fields.unit}
        label={labels.unit}
        choices={retentionUnits.map((unit) => ({ value: unit, label: t(`form.units.${unit}`) }))}
      />
      <DateField field={fields.startsOn} label={labels.startsOn} hint={t('form.startsOnHint')} />
      <TextField field={fields.reason} label={labels.reason} hint={t('form.reasonHint')} autoComplete="off" />
      <ButtonRow>
        <SubmitButton>{t('form.save')}</SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
