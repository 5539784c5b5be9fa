import { useForm } from '@conform-to/react';
import { getZodConstraint } from '@conform-to/zod/v4';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { TextAreaField } from '#app/components/forms/text-area-field.tsx';
import { askQuestionForm } from '#app/modules/loket/form.ts';
import { formAction, HiddenFacts, type LoketFormProps } from './hidden-facts.tsx';

export function QuestionForm({ dossier, formKey, reply }: LoketFormProps) {
  const { t } = useTranslation('loket');
  const [form, fields] = useForm<z.input<typeof askQuestionForm>>({
    id: 'vraag',
    lastResult: reply,
    constraint: getZodConstraint(askQuestionForm),
  });
  return (
    <FormFrame form={form} action={formAction(dossier)} labels={{ reason: t('act.question.reason') }}>
      <HiddenFacts intent="ask-question" dossier={dossier} formKey={formKey} />
      <TextAreaField
        field={fields.reason}
        label={t('act.question.reason')}
        hint={t('act.question.reasonHint')}
        rows={4}
      />
      <ButtonRow>
        <SubmitButton tone="quiet">{t('act.question.submit')}</SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
