import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { longestBatchText } from '#app/modules/payouts/batch.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { SelectField, type Choice } from '../forms/select-field.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { Icon } from '../icon/icon.tsx';

/** Things that are seldom done to a payment, each folded away: which lines or all of it, and why. */
type ReasonFormProps = {
  what: 'leaveOut' | 'discard' | 'putBack';
  intent: 'leave-out' | 'discard' | 'put-back';
  reply: SubmissionResult | null;
  /** Lines to choose from; left out: it is about the whole payment. */
  choices?: readonly Choice[];
  formKey?: string;
};

export function ReasonForm({ what, intent, reply, choices, formKey }: ReasonFormProps) {
  const { t } = useTranslation('payouts');
  const [form, fields] = useForm<{ lineId: string; reason: string }>({
    id: intent,
    lastResult: reply,
    constraint: { lineId: { required: true }, reason: { required: true, maxLength: longestBatchText.reason } },
  });
  const words = {
    leaveOut: { who: t('act.leaveOutWho'), why: t('act.leaveOutReason'), button: t('act.leaveOutButton') },
    discard: { who: '', why: t('act.discardReason'), button: t('act.discardButton') },
    putBack: { who: t('act.putBackWhat'), why: t('act.putBackReason'), button: t('act.putBackButton') },
  }[what];
  return (
    <details className="max-w-form" open={reply !== null}>
      <summary className="flex min-h-11 items-center gap-2 font-semibold">
        <Icon name="chevron-right" className="size-5 unfolded:rotate-90" />
        {t(`act.${what}`)}
      </summary>
      <div className="mt-4 flex flex-col gap-4">
        <p>{t(`act.${what}Text`)}</p>
        <FormFrame form={form} labels={{ lineId: words.who, reason: words.why }}>
          {formKey === undefined ? null : <FormKey value={formKey} />}
          {choices === undefined ? null : (
            <SelectField field={fields.lineId} label={words.who} choices={choices} emptyLabel="" />
          )}
          <TextAreaField field={fields.reason} label={words.why} rows={2} />
          <ButtonRow>
            <SubmitButton tone="danger" name="intent" value={intent}>
              {words.button}
            </SubmitButton>
          </ButtonRow>
        </FormFrame>
      </div>
    </details>
  );
}
