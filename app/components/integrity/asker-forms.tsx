import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { longestWords, type QuestionState } from '#app/modules/integrity/question.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { Overtaken } from '../forms/overtaken.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';

type AskerFormsProps = {
  state: QuestionState;
  revision: number;
  mayGoUp: boolean;
  reply: SubmissionResult | undefined;
};

/** What the asker can do: add something, or say whether an answer is enough. */
export function AskerForms({ state, revision, mayGoUp, reply }: AskerFormsProps) {
  const { t } = useTranslation('integrity');
  const isAnswered = state === 'answered';
  const [form, fields] = useForm<{ text: string }>({
    id: 'vervolg',
    lastResult: reply,
    constraint: { text: { required: !isAnswered, maxLength: longestWords.text } },
  });
  if (state === 'closed') return reply === undefined ? null : <Overtaken reply={reply} names={['text']} />;
  const label = t(isAnswered ? 'own.moreEnough' : 'own.more');
  return (
    <FormFrame form={form} labels={{ text: label }}>
      <input type="hidden" name="revision" value={revision} />
      <TextAreaField field={fields.text} label={label} rows={4} />
      <ButtonRow>
        {isAnswered ? (
          <>
            <SubmitButton name="intent" value="enough">
              {t('own.enough')}
            </SubmitButton>
            {mayGoUp ? (
              <SubmitButton name="intent" value="not-enough" tone="quiet">
                {t('own.notEnough')}
              </SubmitButton>
            ) : (
              <p>{t('own.noUp')}</p>
            )}
          </>
        ) : (
          <SubmitButton name="intent" value="add">
            {t('own.add')}
          </SubmitButton>
        )}
      </ButtonRow>
    </FormFrame>
  );
}
