import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { levels, longestWords, questionKinds } from '#app/modules/integrity/question.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { CheckboxField, CheckboxGroup, RadioCards } from '../forms/choice-fields.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey, HoneypotField } from '../forms/hidden-fields.tsx';
import { SelectField, type Choice } from '../forms/select-field.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { TextField } from '../forms/text-field.tsx';

type QuestionFormProps = {
  bodies: readonly Choice[];
  hasAccount: boolean;
  formKey: string;
  reply: SubmissionResult | undefined;
};

type Fields = { kind: string; bodyId: string; about: string[]; text: string; email: string; withAccount: string };

/** Asks or reports, without having to say who one is. */
export function QuestionForm({ bodies, hasAccount, formKey, reply }: QuestionFormProps) {
  const { t } = useTranslation('integrity');
  const [form, fields] = useForm<Fields>({
    id: 'vraag',
    lastResult: reply,
    constraint: {
      kind: { required: true },
      text: { required: true, maxLength: longestWords.text },
      email: { maxLength: longestWords.email },
    },
  });
  const labels = {
    kind: t('form.kind'),
    bodyId: t('form.body'),
    about: t('form.about'),
    text: t('form.text'),
    email: t('form.email'),
    withAccount: t('form.withAccount'),
  };
  return (
    <FormFrame form={form} labels={labels}>
      <FormKey value={formKey} />
      <HoneypotField />
      <RadioCards
        field={fields.kind}
        label={labels.kind}
        choices={questionKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`), hint: t(`kindHint.${kind}`) }))}
      />
      <SelectField field={fields.bodyId} label={labels.bodyId} emptyLabel={t('form.programme')} choices={bodies} />
      <CheckboxGroup
        field={fields.about}
        label={labels.about}
        hint={t('form.aboutHint')}
        choices={levels.map((level) => ({
          value: level,
          label: <span className="inline-block first-letter:uppercase">{t(`level.${level}`)}</span>,
        }))}
      />
      <TextAreaField field={fields.text} label={labels.text} hint={t('form.textHint')} rows={8} />
      <TextField
        field={fields.email}
        label={labels.email}
        hint={t('form.emailHint')}
        type="email"
        autoComplete="email"
      />
      {hasAccount ? (
        <CheckboxField field={fields.withAccount} label={labels.withAccount} hint={t('form.withAccountHint')} />
      ) : null}
      <ButtonRow>
        <SubmitButton>{t('form.send')}</SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
