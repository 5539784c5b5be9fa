import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { longestMessageText } from '#app/modules/portfolios/conversation.ts';
import { SubmitButton } from '../forms/buttons.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';

/** An answer in a conversation. */
export function MessageForm({ formKey, reply }: { formKey: string; reply: SubmissionResult | undefined }) {
  const { t } = useTranslation('messages');
  const [form, fields] = useForm<{ text: string }>({
    id: 'antwoord',
    lastResult: reply,
    constraint: { text: { required: true, maxLength: longestMessageText.text } },
  });
  const labels = { text: t('page.answer') };
  return (
    <FormFrame form={form} labels={labels}>
      <FormKey value={formKey} />
      <TextAreaField field={fields.text} label={labels.text} hint={t('new.textHint')} rows={4} />
      <div>
        <SubmitButton name="intent" value="send">
          {t('page.send')}
        </SubmitButton>
      </div>
    </FormFrame>
  );
}
