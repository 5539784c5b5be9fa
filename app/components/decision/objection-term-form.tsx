import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { longestOfTerm } from '#app/modules/decisions/objection-form.ts';
import { objectionKinds } from '#app/modules/decisions/objection-term.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { CheckboxField, RadioCards } from '../forms/choice-fields.tsx';
import { DateField } from '../forms/date-field.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { TextField } from '../forms/text-field.tsx';

type Typed = Record<
  'which' | 'weeks' | 'how' | 'howEn' | 'beginsOn' | 'endsOn' | 'source' | 'isToConfirm' | 'reason',
  string
>;

/** What somebody can do who disagrees, for a period, with where it comes from and why it is filled in. */
export function ObjectionTermForm({ formKey, reply }: { formKey: string; reply: SubmissionResult | null }) {
  const { t } = useTranslation('decisions');
  const needed = { required: true };
  const [form, fields] = useForm<Typed>({
    id: 'termijn',
    lastResult: reply,
    constraint: {
      which: needed,
      how: { required: true, maxLength: longestOfTerm.how },
      howEn: { required: true, maxLength: longestOfTerm.how },
      beginsOn: needed,
      source: { required: true, maxLength: longestOfTerm.source },
      reason: { required: true, maxLength: longestOfTerm.reason },
    },
  });
  const labels = {
    which: t('receipt.terms.which'),
    weeks: t('receipt.terms.weeksLabel'),
    how: t('receipt.terms.how'),
    howEn: t('receipt.terms.howEn'),
    beginsOn: t('receipt.terms.beginsOn'),
    endsOn: t('receipt.terms.endsOn'),
    source: t('receipt.terms.source'),
    reason: t('receipt.terms.reason'),
  };
  return (
    <FormFrame form={form} labels={labels}>
      <FormKey value={formKey} />
      <RadioCards
        field={fields.which}
        label={labels.which}
        choices={objectionKinds.map((which) => ({ value: which, label: t(`receipt.terms.kind.${which}`) }))}
      />
      <TextField field={fields.weeks} label={labels.weeks} hint={t('receipt.terms.weeksHint')} />
      <TextAreaField field={fields.how} label={labels.how} hint={t('receipt.terms.howHint')} rows={5} />
      <TextAreaField field={fields.howEn} label={labels.howEn} rows={5} />
      <DateField field={fields.beginsOn} label={labels.beginsOn} />
      <DateField field={fields.endsOn} label={labels.endsOn} hint={t('receipt.terms.endsOnHint')} />
      <TextAreaField field={fields.source} label={labels.source} hint={t('receipt.terms.sourceHint')} rows={2} />
      <CheckboxField field={fields.isToConfirm} label={t('receipt.terms.isToConfirm')} />
      <TextAreaField field={fields.reason} label={labels.reason} rows={2} />
      <ButtonRow>
        <SubmitButton>{t('receipt.terms.save')}</SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
