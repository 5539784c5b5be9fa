import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { longestBatchText } from '#app/modules/payouts/batch.ts';
import type { BatchPage } from '#app/modules/payouts/views.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { Notice } from '../page/notice.tsx';

type ApproveFormProps = { batch: BatchPage; reply: SubmissionResult | null };

/** The second treasurer's button, or why this person does not get it. */
export function ApproveForm({ batch: { keptFromApproving, odd, revision }, reply }: ApproveFormProps) {
  const { t } = useTranslation('payouts');
  const [form, fields] = useForm<{ oddReason: string }>({
    id: 'goedkeuren',
    lastResult: reply,
    constraint: { oddReason: { required: odd.length > 0, maxLength: longestBatchText.note } },
  });
  if (keptFromApproving !== null)
    return (
      <Notice title={t(`act.kept.${keptFromApproving}`)}>
        {keptFromApproving === 'composer' ? <p>{t('act.draftMine')}</p> : undefined}
      </Notice>
    );
  return (
    <FormFrame form={form} labels={{ oddReason: t('act.oddReason') }}>
      <p className="max-w-prose">{t('act.approveText')}</p>
      <input type="hidden" name="revision" value={revision} />
      {odd.length === 0 ? null : (
        <TextAreaField field={fields.oddReason} label={t('act.oddReason')} hint={t('act.oddReasonHint')} rows={3} />
      )}
      <ButtonRow>
        <SubmitButton name="intent" value="approve" icon="check">
          {t('act.approve')}
        </SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
