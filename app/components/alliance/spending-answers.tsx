import { useTranslation } from 'react-i18next';
import { Icon } from '../icon/icon.tsx';
import type { AnswerView } from '#app/modules/alliances/views.ts';
import { DateText } from '../content/date-text.tsx';
import { Written } from '../content/written.tsx';
import { Section } from '../page/section.tsx';

/** What members said, for each other; answers to an earlier wording apart. */
export function SpendingAnswers({ answers }: { answers: readonly AnswerView[] }) {
  const { t } = useTranslation('alliances');
  const now = answers.filter(({ isEarlier }) => !isEarlier);
  const earlier = answers.filter(({ isEarlier }) => isEarlier);
  return (
    <Section title={t('spending.answers')}>
      {now.length === 0 ? <p className="text-ink-soft">{t('spending.answersNone')}</p> : <AnswerList answers={now} />}
      {earlier.length === 0 ? null : (
        <details className="mt-6">
          <summary className="flex min-h-11 items-center gap-2 font-semibold">
            <Icon name="chevron-right" className="size-5 unfolded:rotate-90" />
            {t('spending.earlier')}
          </summary>
          <div className="mt-3">
            <AnswerList answers={earlier} />
          </div>
        </details>
      )}
    </Section>
  );
}

function AnswerList({ answers }: { answers: readonly AnswerView[] }) {
  const { t } = useTranslation('alliances');
  return (
    <ul className="flex flex-col gap-4">
      {answers.map((one) => (
        <li key={one.id} className={one.answer === 'objection' ? 'rounded bg-tint-brick px-5 py-4' : undefined}>
          <p>
            <span className="font-semibold">{t(`spending.said.${one.answer}`)}</span>{' '}
            <span className="text-ink-soft">
              <Written>{[one.name || t('households.nameless'), one.organisation].filter(Boolean).join(', ')}</Written>,{' '}
              <DateText value={one.answeredAt} format="day" />
            </span>
          </p>
          {one.reason === '' ? null : (
            <p className="mt-1 max-w-prose whitespace-pre-line">
              <Written>{one.reason}</Written>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
