import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { SubmitButton } from '#app/components/forms/buttons.tsx';
import { CheckboxField, RadioCards } from '#app/components/forms/choice-fields.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { FormKey } from '#app/components/forms/hidden-fields.tsx';
import { SelectField } from '#app/components/forms/select-field.tsx';
import { TextAreaField } from '#app/components/forms/text-area-field.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import type { SubmitterPosition } from '#app/modules/initiatives/content.ts';
import { longest } from '#app/modules/initiatives/forms/checked.ts';
import type { DraftReview } from '#app/modules/initiatives/queries/draft-review.query.server.ts';
import { draftHref } from '#app/modules/initiatives/steps.ts';
import type { SubmissionChoice } from '#app/modules/programme/setting.ts';

type Questions = { bodyId: string; note: string; position: string; disclosure: string; agree: string };

type LastQuestionsProps = {
  review: DraftReview;
  formKey: string;
  lastResult: SubmissionResult | undefined;
  move: 'submit' | 'answer-question' | 'revise';
  position: SubmitterPosition | undefined;
};

const hintOf = {
  allowed: 'positionAllowed',
  'allowed-with-disclosure': 'positionDisclosed',
  refused: 'positionRefused',
} as const satisfies Record<SubmissionChoice, string>;

/** Who should look at it, and what the submitter has to say of their position. */
export function LastQuestions({ review, formKey, lastResult, move, position }: LastQuestionsProps) {
  const { t } = useTranslation('draft');
  const { bodies, proposal, rules, revision } = review;
  const [form, fields] = useForm<Questions>({
    id: 'indienen',
    lastResult,
    defaultValue: {
      bodyId: proposal?.bodyId ?? '',
      position: position ?? '',
      disclosure: review.declaration?.disclosure ?? '',
    },
    constraint: {
      bodyId: { required: true },
      note: { required: true, maxLength: longest.story },
      position: { required: true },
      disclosure: { maxLength: longest.summary },
      agree: { required: true },
    },
  });
  const labels = {
    bodyId: t('field.body'),
    note: t(move === 'answer-question' ? 'field.answer' : 'field.note'),
    position: t('field.position'),
    disclosure: t('field.disclosure'),
    agree: t('field.agree'),
  };
  const proposed = bodies.find(({ id }) => id === proposal?.bodyId);
  const submit = {
    submit: t('check.submit'),
    revise: t('check.submitRevision'),
    'answer-question': t('check.submitAnswer'),
  }[move];
  return (
    <FormFrame form={form} labels={labels} action={draftHref(review.id, 'controleren-en-indienen')}>
      <FormKey value={formKey} />
      <input type="hidden" name="revision" value={revision} readOnly />
      {move === 'submit' ? (
        <>
          {proposal === null || proposed === undefined ? null : (
            <Notice title={t('check.proposal', { name: proposed.name })}>
              <p>{t(`check.${proposal.reason}`, { matched: proposal.matched.join(', ') })}</p>
            </Notice>
          )}
          <SelectField
            field={fields.bodyId}
            label={labels.bodyId}
            hint={t('field.bodyHint')}
            choices={bodies.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </>
      ) : (
        <TextAreaField
          field={fields.note}
          label={labels.note}
          hint={t(move === 'answer-question' ? 'field.answerHint' : 'field.noteHint')}
          rows={3}
        />
      )}
      <RadioCards
        field={fields.position}
        label={labels.position}
        hint={t('field.positionHint')}
        choices={[
          { value: 'none', label: t('field.positionNone') },
          {
            value: 'civil-servant',
            label: t('field.positionCivilServant'),
            hint: t(`field.${hintOf[rules.civilServants]}`),
          },
          {
            value: 'committee-member',
            label: t('field.positionCommitteeMember'),
            hint: t(`field.${hintOf[rules.committeeMembers]}`),
          },
        ]}
      />
      <TextAreaField field={fields.disclosure} label={labels.disclosure} hint={t('field.disclosureHint')} rows={2} />
      <CheckboxField field={fields.agree} label={labels.agree} />
      <div>
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </FormFrame>
  );
}
