import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import type { AllowanceRule } from '#app/modules/allowances/allowance-rule.ts';
import { longestActivityText } from '#app/modules/allowances/activity.ts';
import type { GroundChoice } from '#app/modules/allowances/coordination-views.ts';
import { useFormats } from '../content/use-formats.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { CheckboxField } from '../forms/choice-fields.tsx';
import { DateField } from '../forms/date-field.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { MoneyField } from '../forms/money-field.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { TextField } from '../forms/text-field.tsx';
import { Notice } from '../page/notice.tsx';

/** What stands in the fields, as typed. */
export type ActivityFields = {
  ground: string;
  name: string;
  description: string;
  areaCode: string;
  budget: string;
  hour: string;
  hourYoung: string;
  normReason: string;
  paysExpenses: string;
  beginsOn: string;
  endsOn: string;
};

type ActivityFormProps = {
  /** What a new activity can draw on; null: that never changes. */
  grounds: readonly GroundChoice[] | null;
  wijken: readonly { code: string; name: string }[];
  /** What the law allows today; null where nothing is known. */
  norm: AllowanceRule | null;
  /** Of a new activity its key, of one that changes its revision. */
  hidden: { formKey: string } | { revision: number };
  reply: SubmissionResult | undefined;
  filledIn: Partial<ActivityFields>;
  submitLabel: string;
};

const required = { required: true };

/** Opens an activity, or changes one. */
export function ActivityForm({ grounds, wijken, norm, hidden, reply, filledIn, submitLabel }: ActivityFormProps) {
  const { t } = useTranslation('coordination');
  const { money } = useFormats();
  const [form, fields] = useForm<ActivityFields>({
    id: 'activiteit',
    lastResult: reply,
    constraint: {
      ground: required,
      name: { ...required, maxLength: longestActivityText.name },
      description: { maxLength: longestActivityText.description },
      areaCode: required,
      budget: required,
      normReason: { maxLength: longestActivityText.normReason },
      beginsOn: required,
      endsOn: required,
    },
    defaultValue: filledIn,
  });
  const labels = {
    ground: t('form.ground'),
    name: t('form.name'),
    description: t('form.description'),
    areaCode: t('form.area'),
    budget: t('form.budget'),
    hour: t('form.hour'),
    hourYoung: t('form.hourYoung'),
    normReason: t('form.normReason'),
    paysExpenses: t('form.paysExpenses'),
    beginsOn: t('form.beginsOn'),
    endsOn: t('form.endsOn'),
  };
  const normOf = (kind: 'hour' | 'hourYoung') => (norm === null ? t('form.noNorm') : money(norm[kind]));
  return (
    <FormFrame form={form} labels={labels}>
      {'formKey' in hidden ? (
        <FormKey value={hidden.formKey} />
      ) : (
        <input type="hidden" name="revision" value={hidden.revision} />
      )}
      {grounds === null ? null : (
        <SelectField
          field={fields.ground}
          label={labels.ground}
          hint={t('form.groundHint')}
          choices={grounds.map(({ kind, id, number, title, left }) => ({
            value: `${kind}:${id}`,
            label: t('form.groundChoice', { number, title, left: money(left) }),
          }))}
        />
      )}
      <TextField field={fields.name} label={labels.name} hint={t('form.nameHint')} autoComplete="off" />
      <TextAreaField field={fields.description} label={labels.description} hint={t('form.descriptionHint')} />
      <SelectField
        field={fields.areaCode}
        label={labels.areaCode}
        emptyLabel={t('form.wholeDistrict')}
        choices={wijken.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <MoneyField field={fields.budget} label={labels.budget} hint={t('form.budgetHint')} />
      <MoneyField field={fields.hour} label={labels.hour} hint={t('form.hourHint', { norm: normOf('hour') })} />
      <MoneyField
        field={fields.hourYoung}
        label={labels.hourYoung}
        hint={t('form.hourYoungHint', { norm: normOf('hourYoung') })}
      />
      {norm === null ? null : (
        <Notice>{t('form.normNote', { month: money(norm.month), year: money(norm.year) })}</Notice>
      )}
      <TextAreaField field={fields.normReason} label={labels.normReason} hint={t('form.normReasonHint')} rows={2} />
      <CheckboxField field={fields.paysExpenses} label={labels.paysExpenses} />
      <DateField field={fields.beginsOn} label={labels.beginsOn} />
      <DateField field={fields.endsOn} label={labels.endsOn} hint={t('form.endsOnHint')} />
      <ButtonRow>
        <SubmitButton>{submitLabel}</SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
