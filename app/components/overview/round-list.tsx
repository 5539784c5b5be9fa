import { useTranslation } from 'react-i18next';
import { Written } from '../content/written.tsx';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { DateText } from '../content/date-text.tsx';
import { Icon } from '../icon/icon.tsx';

type RoundItem = {
  slug: string;
  title: string;
  bodySlug: string;
  bodyName: string;
  closesOn: CalendarDate;
  initiativeCount: number;
};

/** Rounds that run now, with when they close. */
export function RoundList({ rounds, withoutBody = false }: { rounds: readonly RoundItem[]; withoutBody?: boolean }) {
  const { t } = useTranslation('home');
  return (
    <ul className="flex flex-col gap-5">
      {rounds.map((round) => (
        <li key={round.slug} className="flex gap-4">
          <Icon name="calendar" className="mt-1 size-6 shrink-0 text-garden" />
          <div className="min-w-0">
            <p className="text-lg font-semibold">
              {withoutBody ? (
                <Written>{round.title}</Written>
              ) : (
                <a href={`/opgaveteams/${round.bodySlug}#rondes`}>
                  <Written>{round.title}</Written>
                </a>
              )}
            </p>
            <p className="text-ink-soft">
              {withoutBody ? null : (
                <>
                  <Written>{round.bodyName}</Written>
                  {' · '}
                </>
              )}
              {t('rounds.closes')} <DateText value={round.closesOn} format="long" />
              {' · '}
              {t('rounds.entries', { count: round.initiativeCount })}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
