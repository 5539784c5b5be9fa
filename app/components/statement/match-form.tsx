import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { longestStatementText } from '#app/modules/payouts/statement-refusals.ts';
import type { MatchCandidate } from '#app/modules/payouts/statement-views.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { RadioCards } from '../forms/choice-fields.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { CandidateText } from './candidate-text.tsx';

type MatchFormProps = { candidates: readonly MatchCandidate[]; formKey: string; reply: SubmissionResult | null };

/** Says of which line a booking is. */
export function MatchForm({ candidates, formKey, reply }: MatchFormProps) {
  const { t } = useTranslation('statements');
  const [form, fields] = useForm<{ lineId: string; note: string }>({
    id: 'koppelen',
    lastResult: reply,
    constraint: { lineId: { required: true }, note: { required: true, maxLength: longestStatementText.note } },
  });
  const labels = { lineId: t('item.line'), note: t('item.note') };
  return (
    <FormFrame form={form} labels={labels}>
      <FormKey value={formKey} />
      <RadioCards
        field={fields.lineId}
        label={labels.lineId}
        choices={candidates.map((line) => ({ value: line.lineId, label: <CandidateText line={line} /> }))}
      />
      <TextAreaField field={fields.note} label={labels.note} hint={t('item.noteHint')} rows={2} />
      <ButtonRow>
        <SubmitButton name="intent" value="propose">
          {t('item.propose')}
        </SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
