import type { SubmissionResult } from '@conform-to/react';
import { useForm } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import { longestOutcomeWords, promiseAnswers } from '#app/modules/gatherings/outcome.ts';
import type { OwnPromise } from '#app/modules/gatherings/outcome-views.ts';
import { Written } from '../content/written.tsx';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { RadioCards } from '../forms/choice-fields.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { Card } from '../page/card.tsx';

type OwnPromisesProps = {
  promises: readonly OwnPromise[];
  mayAnswer: boolean;
  mayTakeBack: boolean;
  /** May say whether the name stands with it. */
  mayName: boolean;
  /** What came back of an answer, and for which promise. */
  answer: { id: string; reply: SubmissionResult } | undefined;
};

/** One's own promises: what became of them, and whether one is named. */
export function OwnPromises({ promises, mayAnswer, mayTakeBack, mayName, answer }: OwnPromisesProps) {
  const { t, i18n } = useTranslation('evening');
  if (promises.length === 0) return <p>{t('promises.none')}</p>;
  return (
    <ul className="flex flex-col gap-6">
      {promises.map((promise) => {
        const { id, what, dueOn, portfolio, state, isNamed, promiser } = promise;
        return (
          <li key={id}>
            <Card tone={state === 'kept' ? 'garden' : 'surface'}>
              <h3 className="text-xl break-words">
                <Written>{what}</Written>
              </h3>
              <p className="mt-1 text-ink-soft">
                {t('promises.by', { day: dateText(dueOn, 'day', i18n.language) })}
                {portfolio === null ? null : (
                  <>
                    {' · '}
                    <a href={`/portfolios/${portfolio.slug}`}>
                      <Written>{portfolio.name}</Written>
                    </a>
                  </>
                )}
              </p>
              <p className="mt-1">{isNamed ? t('promises.named', { name: promiser }) : t('promises.notNamed')}</p>
              {state === 'open' ? null : <p className="mt-1 font-semibold">{t(`promises.state.${state}`)}</p>}
              <div className="mt-3 flex flex-wrap gap-3">
                {mayName ? (
                  <PressForm
                    id={id}
                    intent={isNamed ? 'unname-promise' : 'name-promise'}
                    label={t(isNamed ? 'promises.unname' : 'promises.name')}
                    says={t(isNamed ? 'promises.unnameOf' : 'promises.nameOf', { what })}
                  />
                ) : null}
                {mayTakeBack ? (
                  <PressForm
                    id={id}
                    intent="take-back"
                    label={t('promises.takeBack')}
                    says={t('promises.takeBackOf', { what })}
                  />
                ) : null}
              </div>
              {mayAnswer ? <AnswerForm promise={promise} reply={answer?.id === id ? answer.reply : undefined} /> : null}
            </Card>
          </li>
        );
      })}
    </ul>
  );
}

function PressForm({ id, intent, label, says }: { id: string; intent: string; label: string; says: string }) {
  return (
    <form method="post">
      <input type="hidden" name="id" value={id} />
      <button type="submit" name="intent" value={intent} className="button button-quiet" aria-label={says}>
        {label}
      </button>
    </form>
  );
}

function AnswerForm({ promise, reply }: { promise: OwnPromise; reply: SubmissionResult | undefined }) {
  const { t } = useTranslation('evening');
  const [form, fields] = useForm<{ answer: string; text: string }>({
    id: `antwoord-${promise.id}`,
    lastResult: reply,
    constraint: { answer: { required: true }, text: { maxLength: longestOutcomeWords.promiseAnswer } },
    defaultValue: { answer: promise.state === 'open' ? '' : promise.state, text: promise.answerText },
  });
  const labels = { answer: t('promises.question'), text: t('promises.words') };
  return (
    <div className="mt-5">
      <FormFrame form={form} labels={labels}>
        <input type="hidden" name="id" value={promise.id} />
        <input type="hidden" name="revision" value={promise.revision} />
        <RadioCards
          field={fields.answer}
          label={labels.answer}
          choices={promiseAnswers.map((value) => ({ value, label: t(`promises.state.${value}`) }))}
        />
        <TextAreaField field={fields.text} label={labels.text} hint={t('promises.wordsHint')} rows={2} />
        <ButtonRow>
          <SubmitButton name="intent" value="answer">
            {t('promises.answer')}
          </SubmitButton>
        </ButtonRow>
      </FormFrame>
    </div>
  );
}
