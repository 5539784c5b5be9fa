import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { longest } from '#app/modules/procurement/form.ts';
import type { KindRow } from '#app/modules/procurement/admin-view.ts';
import { regimes } from '#app/modules/procurement/limit.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { RadioCards } from '../forms/choice-fields.tsx';
import { DateField } from '../forms/date-field.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { TextField } from '../forms/text-field.tsx';

type Typed = Record<'name' | 'nameEn' | 'regime' | 'endsOn' | 'reason', string>;

type KindFormProps = {
  /** The kind that is changed; null for a new one. */
  kind: KindRow | null;
  formKey: string;
  reply: SubmissionResult | null;
};

/** A kind of work: its names, which rules count, and until when it can be chosen. */
export function KindForm({ kind, formKey, reply }: KindFormProps) {
  const { t } = useTranslation('procurement');
  const [form, fields] = useForm<Typed>({
    id: 'soort',
    lastResult: reply,
    constraint: {
      name: { required: true, maxLength: longest.name },
      nameEn: { required: true, maxLength: longest.name },
      regime: { required: true },
      reason: { required: true, maxLength: longest.reason },
    },
    ...(kind === null
      ? {}
      : {
          defaultValue: { name: kind.name, nameEn: kind.nameEn, regime: kind.regime, endsOn: kind.endsOn ?? '' },
        }),
  });
  const labels = {
    name: t('kinds.name'),
    nameEn: t('kinds.nameEn'),
    regime: t('kinds.regime'),
    endsOn: t('kinds.endsOn'),
    reason: t('kinds.reason'),
  };
  return (
    <FormFrame form={form} labels={labels}>
      {kind === null ? <FormKey value={formKey} /> : <input type="hidden" name="revision" value={kind.revision} />}
      <TextField field={fields.name} label={labels.name} autoComplete="off" />
      <TextField field={fields.nameEn} label={labels.nameEn} autoComplete="off" />
      <RadioCards
        field={fields.regime}
        label={labels.regime}
        choices={regimes.map((regime) => ({ value: regime, label: t(`regime.${regime}`) }))}
      />
      {kind === null ? null : <DateField field={fields.endsOn} label={labels.endsOn} hint={t('kinds.endsOnHint')} />}
      <TextAreaField field={fields.reason} label={labels.reason} rows={2} />
      <ButtonRow>
        <SubmitButton name="intent" value="kind">
          {t('kinds.save')}
        </SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
