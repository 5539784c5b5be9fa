import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { longestStatementText } from '#app/modules/payouts/statement-refusals.ts';
import type { BatchCandidate, MatchCandidate } from '#app/modules/payouts/statement-views.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { RadioCards } from '../forms/choice-fields.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { CandidateText } from './candidate-text.tsx';

type MatchFormProps = {
  candidates: readonly MatchCandidate[];
  batches: readonly BatchCandidate[];
  formKey: string;
  reply: SubmissionResult | null;
};

/** Says of which line a booking is, or which whole batch it gives back. */
export function MatchForm({ candidates, batches, formKey, reply }: MatchFormProps) {
  const { t } = useTranslation('statements');
  const [form, fields] = useForm<{ about: string; note: string }>({
    id: 'koppelen',
    lastResult: reply,
    constraint: { about: { required: true }, note: { required: true, maxLength: longestStatementText.note } },
  });
  const labels = { about: t('item.line'), note: t('item.note') };
  return (
    <FormFrame form={form} labels={labels}>
      <FormKey value={formKey} />
      <RadioCards
        field={fields.about}
        label={labels.about}
        choices={[
          ...batches.map((batch) => ({
            value: `batch:${batch.batchId}`,
            label: t('item.batchText', { batch: batch.batchNumber, count: batch.people }),
          })),
          ...candidates.map((line) => ({ value: line.lineId, label: <CandidateText line={line} /> })),
        ]}
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
