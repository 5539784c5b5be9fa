import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { longestStatementText } from '#app/modules/payouts/statement-refusals.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';

/** Takes one booking off the worklist, with what it was. */
export function DismissForm({ itemId, reply }: { itemId: string; reply: SubmissionResult | null }) {
  const { t } = useTranslation('statements');
  const [form, fields] = useForm<{ note: string }>({
    id: 'afhandelen',
    lastResult: reply,
    constraint: { note: { required: true, maxLength: longestStatementText.note } },
  });
  return (
    <FormFrame form={form} labels={{ note: t('dismiss.note') }}>
      <input type="hidden" name="itemIds" value={itemId} />
      <TextAreaField field={fields.note} label={t('dismiss.note')} hint={t('dismiss.noteHint')} rows={2} />
      <ButtonRow>
        <SubmitButton name="intent" value="dismiss" tone="quiet">
          {t('dismiss.submit')}
        </SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
