import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { longestStatementText } from '#app/modules/payouts/statement-refusals.ts';
import type { WaitingItem } from '#app/modules/payouts/statement-views.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { WaitingTable } from './waiting-table.tsx';

type WorklistProps = { items: readonly WaitingItem[]; mayWork: boolean; reply: SubmissionResult | null };

/** The worklist, from which several bookings at once can be taken. */
export function Worklist({ items, mayWork, reply }: WorklistProps) {
  const { t } = useTranslation('statements');
  const [form, fields] = useForm<{ itemIds: string[]; note: string }>({
    id: 'werklijst',
    lastResult: reply,
    constraint: { note: { required: true, maxLength: longestStatementText.note } },
  });
  const mayTick = mayWork && items.some(({ hasProposal }) => !hasProposal);
  const table = <WaitingTable items={items} name={mayTick ? fields.itemIds.name : null} chosen={chosenIn(reply)} />;
  if (!mayTick) return table;
  const labels = { note: t('dismiss.note'), itemIds: t('work.title') };
  return (
    <FormFrame form={form} labels={labels}>
      {table}
      <div className="flex max-w-form flex-col gap-5 rounded bg-surface p-5">
        <h3>{t('dismiss.title')}</h3>
        <p>{t('dismiss.lead')}</p>
        <TextAreaField field={fields.note} label={labels.note} hint={t('dismiss.noteHint')} rows={2} />
        <ButtonRow>
          <SubmitButton tone="quiet">{t('dismiss.submit')}</SubmitButton>
        </ButtonRow>
      </div>
    </FormFrame>
  );
}

/** What was ticked on a form that came back. */
function chosenIn(reply: SubmissionResult | null): string[] {
  const given: unknown = reply?.initialValue?.itemIds;
  return [given].flat().filter((id): id is string => typeof id === 'string');
}
