import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { longest, type TypedProposal } from '#app/modules/decisions/form.ts';
import { choiceOf } from '#app/modules/decisions/typed-proposal.ts';
import type { ProposalBasis } from '#app/modules/decisions/proposal-basis.ts';
import { AutosaveStatus } from '../forms/autosave-status.tsx';
import { ButtonRow, EnterButton, SubmitButton } from '../forms/buttons.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { Section } from '../page/section.tsx';
import { AssignmentChoice, type AssignmentChoiceProps } from './assignment-choice.tsx';
import { AssignmentFields } from './assignment-fields.tsx';
import { ProposalAttendance } from './proposal-attendance.tsx';
import { ProposalCriteria } from './proposal-criteria.tsx';
import { ProposalObjections } from './proposal-objections.tsx';
import { ProposalOutcome } from './proposal-outcome.tsx';
import { ProposalMethod } from './proposal-method.tsx';
import { useProposalLabels } from './use-proposal-labels.ts';

export type ProposalFormProps = {
  basis: ProposalBasis;
  typed: TypedProposal;
  /** The rejected post, filled in. */
  reply: SubmissionResult | null;
  /** Makes a double post harmless; of a change the revision does. */
  formKey: string;
  /** Revision of the proposal that is changed; null for a new one. */
  revision: number | null;
  savedAt: Date | null;
  /** For an assignment without a plan: the bodies and organisations to choose from. */
  choices?: Pick<AssignmentChoiceProps, 'bodies' | 'organisations'> | undefined;
};

/** The form of a proposal, in the order in which a meeting is told. Works as a plain post; saves itself where it can. */
export function ProposalForm({ basis, typed, reply, formKey, revision, savedAt, choices }: ProposalFormProps) {
  const { t } = useTranslation('decisions');
  const { subject, facts } = basis;
  const asksMoney = facts.requested !== 0;
  const required = { required: true };
  const [form, fields] = useForm<TypedProposal>({
    id: 'besluit',
    defaultValue: typed,
    lastResult: reply,
    constraint: {
      bodyId: required,
      organisationId: required,
      title: { required: true, maxLength: longest.title },
      task: { required: true, maxLength: longest.task },
      recipientReason: { required: true, maxLength: longest.recipientReason },
      beginsOn: required,
      endsOn: required,
      outcome: required,
      amount: { required: asksMoney },
      amountNote: { maxLength: longest.note },
      instrument: { required: asksMoney },
      serviceKindId: required,
      'costAnswers[].answer': { required: true, maxLength: longest.criterion },
      fundId: { required: asksMoney },
      conditions: { maxLength: longest.motivation },
      referToBodyId: required,
      method: required,
      takenOn: required,
      motivation: { required: true, maxLength: longest.motivation },
      interestStatement: { required: true, maxLength: longest.note },
      'criteria[].motivation': { required: true, maxLength: longest.criterion },
      'attendance[].part': required,
      'attendance[].vote': required,
      'attendance[].interest': required,
      'objections[].objection': { maxLength: longest.objection },
      'objections[].answer': { maxLength: longest.objection },
    },
  });
  const labels = useProposalLabels(basis, fields.objections.getFieldList().length);
  const submit = t(revision === null ? 'form.submit' : 'form.submitChange');
  return (
    <div className="group/proposal">
      <FormFrame form={form} labels={labels}>
        <FormKey value={formKey} />
        {subject.kind === 'initiative' ? (
          <input type="hidden" name="version" value={subject.version} />
        ) : (
          <>
            <EnterButton name="intent" value="prepare">
              {submit}
            </EnterButton>
            <input type="hidden" name="shownFor" value={choiceOf(typed)} />
            {choices === undefined ? null : (
              <Section title={t('assignment.choice')} lead={t('assignment.choiceLead')}>
                <div className="flex flex-col gap-5">
                  <AssignmentChoice fields={fields} {...choices} />
                  <div>
                    <SubmitButton name="intent" value="choose" tone="quiet">
                      {t('assignment.choose')}
                    </SubmitButton>
                  </div>
                </div>
              </Section>
            )}
            <AssignmentFields fields={fields} actielijnen={subject.actielijnen} />
          </>
        )}
        {revision === null ? null : <input type="hidden" name="revision" value={revision} />}
        <ProposalOutcome fields={fields} basis={basis} />
        <ProposalMethod fields={fields} />
        <ProposalAttendance field={fields.attendance} members={basis.members} />
        <ProposalObjections field={fields.objections} />
        <Section title={t('form.why')}>
          <TextAreaField
            field={fields.motivation}
            label={t('form.motivation')}
            hint={t(subject.kind === 'assignment' ? 'assignment.motivationHint' : 'form.motivationHint')}
            rows={6}
          />
        </Section>
        {subject.kind === 'assignment' ? null : <ProposalCriteria field={fields.criteria} basis={basis} />}
        <TextAreaField
          field={fields.interestStatement}
          label={t('form.interestStatement')}
          hint={t('form.interestStatementHint')}
          rows={3}
        />
        {basis.replaceable.length === 0 ? null : (
          <SelectField
            field={fields.replacesId}
            label={t('form.replaces')}
            emptyLabel={t('form.replacesEmpty')}
            choices={basis.replaceable.map(({ id, number, outcome }) => ({
              value: id,
              label: t('form.replacesChoice', { number, outcome: t(`outcome.${outcome}`) }),
            }))}
          />
        )}
        <ButtonRow>
          <SubmitButton name="intent" value="prepare" icon="check">
            {submit}
          </SubmitButton>
          <SubmitButton name="intent" value="save" tone="quiet">
            {t('form.saveDraft')}
          </SubmitButton>
        </ButtonRow>
        <AutosaveStatus
          formId={form.id}
          savedAt={savedAt}
          texts={{
            idle: t('form.autosave'),
            saving: t('form.saving'),
            saved: (time) => t('form.saved', { time }),
            failed: t('form.notSaved'),
          }}
        />
      </FormFrame>
    </div>
  );
}
