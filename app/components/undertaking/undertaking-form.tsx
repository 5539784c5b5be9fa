import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { audiences, longestUndertakingText as longest } from '#app/modules/actions/undertaking.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { RadioCards } from '../forms/choice-fields.tsx';
import { DateField } from '../forms/date-field.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { SelectField, type Choice } from '../forms/select-field.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { TextField } from '../forms/text-field.tsx';

export type TypedUndertaking = {
  bodyId: string;
  toWhom: string;
  saidBy: string;
  what: string;
  saidOn: string;
  saidAt: string;
  saidLink: string;
  dueOn: string;
};

type UndertakingFormProps = {
  id: string;
  reply: SubmissionResult | undefined;
  /** To choose from for a new one; left out where it stands already. */
  bodies?: readonly Choice[];
  typed?: Omit<TypedUndertaking, 'bodyId'>;
  hidden: Readonly<Record<string, string>>;
};

/** What was promised, to whom, by whom, when and where. */
export function UndertakingForm({ id, reply, bodies, typed, hidden }: UndertakingFormProps) {
  const { t } = useTranslation('undertakings');
  const [form, fields] = useForm<TypedUndertaking>({
    id,
    lastResult: reply,
    defaultValue: typed ?? (bodies?.length === 1 ? { bodyId: bodies[0]?.value } : {}),
    constraint: {
      bodyId: { required: true },
      toWhom: { required: true },
      saidBy: { required: true, maxLength: longest.saidBy },
      what: { required: true, maxLength: longest.what },
      saidOn: { required: true },
      saidAt: { required: true, maxLength: longest.saidAt },
      saidLink: { maxLength: longest.link },
    },
  });
  const labels = {
    bodyId: t('form.bodyId'),
    toWhom: t('form.toWhom'),
    saidBy: t('form.saidBy'),
    what: t('form.what'),
    saidOn: t('form.saidOn'),
    saidAt: t('form.saidAt'),
    saidLink: t('form.saidLink'),
    dueOn: t('form.dueOn'),
  };
  return (
    <FormFrame form={form} labels={labels}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextAreaField field={fields.what} label={labels.what} rows={4} />
      <RadioCards
        field={fields.toWhom}
        label={labels.toWhom}
        choices={audiences.map((value) => ({ value, label: t(`toWhom.${value}`) }))}
      />
      <TextField field={fields.saidBy} label={labels.saidBy} hint={t('form.saidByHint')} />
      <DateField field={fields.saidOn} label={labels.saidOn} />
      <TextField field={fields.saidAt} label={labels.saidAt} hint={t('form.saidAtHint')} />
      <TextField
        field={fields.saidLink}
        label={labels.saidLink}
        hint={t('form.saidLinkHint')}
        type="url"
        inputMode="url"
      />
      <DateField field={fields.dueOn} label={labels.dueOn} />
      {bodies === undefined ? null : (
        <SelectField field={fields.bodyId} label={labels.bodyId} emptyLabel={t('form.chooseBody')} choices={bodies} />
      )}
      <ButtonRow>
        <SubmitButton>{t(typed === undefined ? 'form.save' : 'form.saveEdit')}</SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
