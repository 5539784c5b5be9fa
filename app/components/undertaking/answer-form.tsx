import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { acceptedFiles } from '#app/modules/initiatives/attachment.ts';
import { longestUndertakingText as longest, undertakingAnswers } from '#app/modules/actions/undertaking.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { RadioCards } from '../forms/choice-fields.tsx';
import { FileField } from '../forms/file-field.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { TextField } from '../forms/text-field.tsx';

type TypedAnswer = { answer: string; text: string; proofLink: string; decisionNumber: string; file: string };

/** What became of an undertaking, with its proof. */
export function AnswerForm({ formKey, reply }: { formKey: string; reply: SubmissionResult | undefined }) {
  const { t } = useTranslation('undertakings');
  const [form, fields] = useForm<TypedAnswer>({
    id: `antwoord-${formKey}`,
    lastResult: reply,
    constraint: {
      answer: { required: true },
      text: { required: true, maxLength: longest.answer },
      proofLink: { maxLength: longest.link },
    },
  });
  const labels = {
    answer: t('form.answer'),
    text: t('form.text'),
    proofLink: t('form.proofLink'),
    decisionNumber: t('form.decisionNumber'),
    file: t('form.file'),
  };
  return (
    <FormFrame form={form} labels={labels} withFiles>
      <FormKey name="id" value={formKey} />
      <RadioCards
        field={fields.answer}
        label={labels.answer}
        choices={undertakingAnswers.map((value) => ({ value, label: t(`state.${value}`) }))}
      />
      <TextAreaField field={fields.text} label={labels.text} rows={5} />
      <p className="font-semibold">{t('form.proof')}</p>
      <TextField field={fields.proofLink} label={labels.proofLink} type="url" inputMode="url" />
      <TextField field={fields.decisionNumber} label={labels.decisionNumber} hint={t('form.decisionHint')} />
      <FileField field={fields.file} label={labels.file} hint={t('form.fileHint')} accept={acceptedFiles} />
      <ButtonRow>
        <SubmitButton name="intent" value="say">
          {t('form.say')}
        </SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
