import { useForm, type SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { CheckboxGroup } from '#app/components/forms/choice-fields.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { TextAreaField } from '#app/components/forms/text-area-field.tsx';
import { Icon } from '#app/components/icon/icon.tsx';
import { longest } from '#app/modules/scoring/form.ts';
import type { ProgressEntry, RoundProgress } from '#app/modules/scoring/queries/round-progress.query.server.ts';

type EntryFormProps = { entry: ProgressEntry; reply: SubmissionResult | null };

/** The forms that the chair has for an initiative; none for who has an interest in it. */
export function formsOf(entry: ProgressEntry, round: RoundProgress): readonly ('assign' | 'leave')[] | 'kept-out' {
  if (!round.canManage || !entry.inRound) return [];
  if (entry.keptOut) return 'kept-out';
  return entry.assignable.length === 0 ? ['leave'] : ['assign', 'leave'];
}

/** More people for one initiative; an interest that the product knows is said beforehand. */
export function AssignPeople({ entry, reply }: EntryFormProps) {
  const { t } = useTranslation('scoring');
  const [form, fields] = useForm<{ personIds: string[] }>({
    id: `aanwijzen-${entry.id}`,
    lastResult: reply,
    constraint: { personIds: { required: true } },
    defaultValue: { personIds: [] },
  });
  return (
    <Folded title={t('progress.assign')} isOpen={reply !== null || entry.missingReviewers > 0}>
      <FormFrame form={form} labels={{ personIds: t('progress.assignable') }}>
        <EntryFacts intent="assign" entryId={entry.id} />
        <CheckboxGroup
          field={fields.personIds}
          label={t('progress.assignable')}
          columns
          choices={entry.assignable.map(({ personId, name, organisationName, hasInterest }) => ({
            value: personId,
            label: name,
            hint: hasInterest ? t('progress.hasInterest') : (organisationName ?? t('newRound.resident')),
          }))}
        />
        <ButtonRow>
          <SubmitButton tone="quiet">{t('progress.assignSubmit')}</SubmitButton>
        </ButtonRow>
      </FormFrame>
    </Folded>
  );
}

/** Out of the round, with a reason for everybody to read. */
export function LeaveRound({ entry, reply }: EntryFormProps) {
  const { t } = useTranslation('scoring');
  const [form, fields] = useForm<{ reason: string }>({
    id: `eruit-${entry.id}`,
    lastResult: reply,
    constraint: { reason: { required: true, maxLength: longest.reason } },
  });
  return (
    <Folded title={t('progress.leave')} isOpen={reply !== null}>
      <FormFrame form={form} labels={{ reason: t('progress.leaveReason') }}>
        <EntryFacts intent="leave" entryId={entry.id} />
        <TextAreaField
          field={fields.reason}
          label={t('progress.leaveReason')}
          hint={t('progress.leaveHint')}
          rows={3}
        />
        <ButtonRow>
          <SubmitButton tone="danger">{t('progress.leaveSubmit')}</SubmitButton>
        </ButtonRow>
      </FormFrame>
    </Folded>
  );
}

function EntryFacts({ intent, entryId }: { intent: 'assign' | 'leave'; entryId: string }) {
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="entryId" value={entryId} />
    </>
  );
}

function Folded({ title, isOpen, children }: { title: string; isOpen: boolean; children: ReactNode }) {
  return (
    <details open={isOpen}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center gap-2 font-semibold text-water underline underline-offset-4">
        {title}
        <Icon name="chevron-down" className="size-4 unfolded:rotate-180" />
      </summary>
      <div className="max-w-form pt-3 pb-5">{children}</div>
    </details>
  );
}
