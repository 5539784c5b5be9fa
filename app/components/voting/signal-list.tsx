import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import type { SignalView } from '#app/modules/voting/views.ts';
import { longestAnswer } from '#app/modules/voting/signal.ts';
import { Written } from '../content/written.tsx';
import { SubmitButton } from '../forms/buttons.tsx';
import { useSmallForm } from '../forms/small-form.tsx';
import { hintOf, LabelledField } from '../forms/labelled-field.tsx';

/** What stood out in votes, in words: what was seen and when, what it can mean, and what somebody can do or did. */
export function SignalList({ signals }: { signals: readonly SignalView[] }) {
  return (
    <ul className="grid items-start gap-5 lg:grid-cols-2">
      {signals.map((signal) => (
        <li key={signal.id} className="card rounded bg-surface p-5">
          <Signal signal={signal} />
        </li>
      ))}
    </ul>
  );
}

function Signal({ signal }: { signal: SignalView }) {
  const { t, i18n } = useTranslation('voteSignals');
  const { kind, amount, hour, vote } = signal;
  const day = dateText(hour, 'long', i18n.language);
  return (
    <article className="flex flex-col gap-3" aria-labelledby={`signaal-${signal.id}`}>
      <header>
        <p className="text-ink-soft">
          <a href={`/stemwerk/${vote.id}`}>
            <Written>{vote.title}</Written>
          </a>{' '}
          · <Written>{vote.bodyName}</Written>
        </p>
        <h3 id={`signaal-${signal.id}`} className="text-xl font-bold">
          {t(`kind.${kind}.name`)}
        </h3>
      </header>
      <p>
        {t('between', { day, hour: dateText(hour, 'clock', i18n.language) })}:{' '}
        {t(`kind.${kind}.seen`, { count: amount })}
      </p>
      <dl className="flex flex-col gap-2">
        <div>
          <dt className="font-semibold">{t('means')}</dt>
          <dd>{t(`kind.${kind}.means`)}</dd>
        </div>
        <div>
          <dt className="font-semibold">{t(signal.answeredAt === null ? 'todo' : 'did')}</dt>
          <dd className="whitespace-pre-line">
            {signal.answeredAt === null ? t(`kind.${kind}.todo`) : <Written>{signal.answer}</Written>}
          </dd>
        </div>
      </dl>
      {signal.answeredAt === null ? <AnswerForm signal={signal} /> : null}
    </article>
  );
}

function AnswerForm({ signal: { id: signalId, kind, vote } }: { signal: SignalView }) {
  const { t } = useTranslation('voteSignals');
  const form = useSmallForm({ signalId });
  const field = `antwoord-${signalId}`;
  return (
    <form method="post" className="flex flex-col items-start gap-3">
      {form.mistake}
      <input type="hidden" name="signalId" value={signalId} />
      <LabelledField id={field} label={t('answer')} hint={t('answerHint')}>
        <textarea
          id={field}
          name="answer"
          className="input"
          rows={3}
          maxLength={longestAnswer}
          defaultValue={form.typed('answer', '')}
          aria-describedby={hintOf(field)}
        />
      </LabelledField>
      <SubmitButton tone="quiet" labelOf={t('saveOf', { what: t(`kind.${kind}.name`), vote: vote.title })}>
        {t('save')}
      </SubmitButton>
    </form>
  );
}
