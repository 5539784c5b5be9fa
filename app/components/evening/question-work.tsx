import type { SubmissionResult } from '@conform-to/react';
import { useForm } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { longestOutcomeWords } from '#app/modules/gatherings/outcome.ts';
import type { QuestionWorkLine } from '#app/modules/gatherings/outcome-views.ts';
import { Written } from '../content/written.tsx';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { SelectField, type Choice } from '../forms/select-field.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { TextField } from '../forms/text-field.tsx';
import { Card } from '../page/card.tsx';

type QuestionTypedProps = { formKey: string; themes: readonly Choice[]; reply: SubmissionResult | undefined };

/** A question typed over from paper; a new key empties it for the next one. */
export function QuestionTyped({ formKey, themes, reply }: QuestionTypedProps) {
  const { t } = useTranslation('eveningWork');
  const [form, fields] = useForm<{ text: string; clusterId: string }>({
    id: `overtypen-${formKey}`,
    lastResult: reply,
    constraint: { text: { required: true, maxLength: longestOutcomeWords.question } },
  });
  const labels = { text: t('questions.text'), clusterId: t('questions.cluster') };
  return (
    <FormFrame form={form} labels={labels}>
      <FormKey name="id" value={formKey} />
      <TextAreaField field={fields.text} label={labels.text} hint={t('questions.textHint')} rows={2} />
      {themes.length === 0 ? null : (
        <SelectField
          field={fields.clusterId}
          label={labels.clusterId}
          emptyLabel={t('questions.noCluster')}
          choices={themes}
        />
      )}
      <ButtonRow>
        <SubmitButton name="intent" value="type">
          {t('questions.add')}
        </SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}

type QuestionWorkProps = {
  question: QuestionWorkLine;
  mayChange: boolean;
  /** What came back of a change of this question. */
  answer: { intent: string; reply: SubmissionResult } | undefined;
};

/** A question with what who runs the gathering can do with it. */
export function QuestionWork({ question, mayChange, answer }: QuestionWorkProps) {
  const { t } = useTranslation('eveningWork');
  const { id, text, isHidden, hiddenReason, revision, clusterName } = question;
  return (
    <Card tone={isHidden ? 'sand' : 'surface'}>
      <p className="text-lg break-words">
        <Written>{text}</Written>
      </p>
      {clusterName === null ? null : (
        <p className="text-sm text-ink-soft">
          <Written>{clusterName}</Written>
        </p>
      )}
      {isHidden ? <p className="mt-1 font-semibold">{t('questions.hidden', { reason: hiddenReason })}</p> : null}
      {!mayChange ? null : isHidden ? (
        <form method="post" className="mt-3">
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="revision" value={revision} />
          <SubmitButton tone="quiet" name="intent" value="show">
            {t('questions.show')}
          </SubmitButton>
        </form>
      ) : (
        <details className="mt-2" open={answer !== undefined}>
          <summary className="flex min-h-11 items-center font-semibold" aria-label={t('questions.openOf', { text })}>
            {t('questions.open')}
          </summary>
          <div className="mt-3 flex flex-col gap-8">
            <CorrectForm question={question} reply={answer?.intent === 'correct' ? answer.reply : undefined} />
            <HideForm question={question} reply={answer?.intent === 'hide' ? answer.reply : undefined} />
          </div>
        </details>
      )}
    </Card>
  );
}

type ChangeProps = { question: QuestionWorkLine; reply: SubmissionResult | undefined };

function CorrectForm({ question, reply }: ChangeProps) {
  const { t } = useTranslation('eveningWork');
  const [form, fields] = useForm<{ text: string }>({
    id: `verbeter-${question.id}`,
    lastResult: reply,
    constraint: { text: { required: true, maxLength: longestOutcomeWords.question } },
    defaultValue: { text: question.text },
  });
  return (
    <FormFrame form={form} labels={{ text: t('questions.text') }}>
      <input type="hidden" name="id" value={question.id} />
      <input type="hidden" name="revision" value={question.revision} />
      <TextAreaField field={fields.text} label={t('questions.text')} rows={2} />
      <ButtonRow>
        <SubmitButton tone="quiet" name="intent" value="correct">
          {t('questions.correct')}
        </SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}

function HideForm({ question, reply }: ChangeProps) {
  const { t } = useTranslation('eveningWork');
  const [form, fields] = useForm<{ reason: string }>({
    id: `verberg-${question.id}`,
    lastResult: reply,
    constraint: { reason: { required: true, maxLength: longestOutcomeWords.hiddenReason } },
  });
  return (
    <FormFrame form={form} labels={{ reason: t('questions.reason') }}>
      <input type="hidden" name="id" value={question.id} />
      <input type="hidden" name="revision" value={question.revision} />
      <TextField field={fields.reason} label={t('questions.reason')} hint={t('questions.reasonHint')} />
      <ButtonRow>
        <SubmitButton tone="danger" name="intent" value="hide">
          {t('questions.hide')}
        </SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
