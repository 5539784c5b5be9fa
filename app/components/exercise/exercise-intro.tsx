import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { RoundState } from '#app/modules/portfolios/exercise.ts';
import { DateText } from '../content/date-text.tsx';
import { Section } from '../page/section.tsx';

const steps = ['choose', 'seen', 'match', 'after'] as const;

/** How the exercise goes. */
export function ExerciseIntro() {
  const { t } = useTranslation('exercise');
  return (
    <Section title={t('how')}>
      <ol className="list-decimal pl-6">
        {steps.map((step) => (
          <li key={step} className="max-w-prose py-1">
            {t(`steps.${step}`)}
          </li>
        ))}
      </ol>
    </Section>
  );
}

type RoundDaysProps = { round: { opensOn: CalendarDate; closesOn: CalendarDate; state: RoundState } };

/** When one can answer. */
export function RoundDays({ round: { opensOn, closesOn, state } }: RoundDaysProps) {
  const { t } = useTranslation('exercise');
  const [before = '', after = ''] = t(state, { date: '|' }).split('|');
  return (
    <p className="mt-4 font-semibold">
      {before}
      <DateText value={state === 'coming' ? opensOn : closesOn} />
      {after}
    </p>
  );
}
