import { useTranslation } from 'react-i18next';
import { Written } from '../content/written.tsx';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Cents } from '#app/kernel/money.ts';
import { DateText } from '../content/date-text.tsx';
import { Money } from '../content/money.tsx';

type DecisionItem = {
  number: string;
  title: string;
  outcome: 'grant' | 'decline' | 'park' | 'refer';
  amount: Cents | null;
  takenOn: CalendarDate;
  bodySlug: string;
  bodyName: string;
  isReplaced: boolean;
};

type DecisionListProps = {
  decisions: readonly DecisionItem[];
  /** On the page of a team its own name is left out. */
  withoutBody?: boolean;
};

const colors = { grant: 'text-garden', decline: 'text-ink', park: 'text-sand', refer: 'text-water' };

/** Published decisions: what, by whom and when, and how much. */
export function DecisionList({ decisions, withoutBody = false }: DecisionListProps) {
  const { t } = useTranslation('programme');
  return (
    <ol className="flex flex-col gap-6">
      {decisions.map((decision) => (
        <li key={decision.number} className="grid gap-x-6 gap-y-1 sm:grid-cols-[minmax(0,1fr)_auto]">
          <div className="min-w-0">
            <p className="text-sm text-ink-soft">
              <DateText value={decision.takenOn} format="day" />
              {withoutBody ? null : (
                <>
                  {' · '}
                  <a href={`/opgaveteams/${decision.bodySlug}`} className="text-ink-soft">
                    <Written>{decision.bodyName}</Written>
                  </a>
                </>
              )}
            </p>
            <a href={`/besluiten/${decision.number}`} className="inline-block py-1 text-lg font-semibold text-ink">
              <Written>{decision.title}</Written>
            </a>
            {decision.isReplaced ? <p className="text-sm text-ink-soft">{t('replaced')}</p> : null}
          </div>
          <p className="flex items-baseline gap-3 sm:flex-col sm:items-end sm:gap-0 sm:text-right">
            <span className={`font-semibold ${colors[decision.outcome]}`}>{t(`outcome.${decision.outcome}`)}</span>
            {decision.amount === null ? null : (
              <span className="text-xl font-bold">
                <Money cents={decision.amount} />
              </span>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}
