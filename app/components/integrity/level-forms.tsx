import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { longestWords } from '#app/modules/integrity/question.ts';
import type { HandledQuestionView } from '#app/modules/integrity/question-views.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { Overtaken } from '../forms/overtaken.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';

type LevelFormsProps = { question: HandledQuestionView; reply: SubmissionResult | undefined };

/** What a level does with a question: answer it or pass it on, and write what came of it once it is closed. */
export function LevelForms({ question, reply }: LevelFormsProps) {
  const { t } = useTranslation('integrity');
  const { isMine, mayPassOn, state, outcome, revision, isReleased } = question;
  const isClosed = state === 'closed';
  const offered = isReleased ? [] : isClosed ? ['outcome'] : isMine ? ['answer', 'pass-on'] : [];
  const late = reply !== undefined && !offered.some((intent) => intent === reply.initialValue?.intent) ? reply : null;
  const [form, fields] = useForm<{ text: string }>({
    id: 'antwoord',
    // an answer that came too late must not stand ready as the outcome that everybody reads
    lastResult: late === null ? reply : undefined,
    constraint: { text: { required: true, maxLength: isClosed ? longestWords.outcome : longestWords.answer } },
    defaultValue: { text: isClosed ? outcome : '' },
  });
  const overtaken = late === null ? null : <Overtaken reply={late} names={['text']} />;
  if (offered.length === 0) return overtaken;
  const label = t(isClosed ? 'one.outcome' : 'one.answer');
  return (
    <>
      {overtaken}
      <FormFrame form={form} labels={{ text: label }}>
        <input type="hidden" name="revision" value={revision} />
        <TextAreaField
          field={fields.text}
          label={label}
          hint={t(isClosed ? 'one.outcomeHint' : 'one.answerHint')}
          rows={6}
        />
        <ButtonRow>
          <SubmitButton name="intent" value={isClosed ? 'outcome' : 'answer'}>
            {t(isClosed ? 'one.saveOutcome' : 'one.send')}
          </SubmitButton>
        </ButtonRow>
      </FormFrame>
      {mayPassOn ? (
        <form method="post" className="rounded bg-surface p-5">
          <input type="hidden" name="revision" value={revision} />
          <p className="mb-3 max-w-prose">{t('one.passOnText')}</p>
          <SubmitButton name="intent" value="pass-on" tone="quiet">
            {t('one.passOn')}
          </SubmitButton>
        </form>
      ) : null}
    </>
  );
}
