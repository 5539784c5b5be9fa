import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { DateText } from '../content/date-text.tsx';
import { IntentButton } from './intent-button.tsx';

type Membership = { id: string; organisation: string; beginsOn: CalendarDate; colleagues: readonly string[] };

/** The organisations that somebody acts for, each with who else does and a way to stop. */
export function MyMemberships({ memberships }: { memberships: readonly Membership[] }) {
  const { t } = useTranslation('people');
  if (memberships.length === 0) return <p>{t('organisations.none')}</p>;
  return (
    <ul className="flex flex-col gap-3">
      {memberships.map(({ id, organisation, beginsOn, colleagues }) => (
        <li
          key={id}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded bg-surface px-5 py-4"
        >
          <div>
            <p className="font-bold">{organisation}</p>
            <p className="text-ink-soft">
              {t('organisations.since')} <DateText value={beginsOn} format="day" />
            </p>
            <p className="text-ink-soft">
              {t('organisations.colleagues')}:{' '}
              {colleagues.length === 0 ? t('organisations.nobodyElse') : colleagues.join(', ')}
            </p>
          </div>
          <IntentButton intent="leave" id={id} label={t('organisations.leave')} about={organisation} tone="danger" />
        </li>
      ))}
    </ul>
  );
}

/** What somebody asked and nobody answered yet. */
export function MyRequests({
  requests,
}: {
  requests: readonly { id: string; organisation: string; requestedAt: Instant }[];
}) {
  const { t } = useTranslation('people');
  return (
    <ul className="flex flex-col gap-3">
      {requests.map(({ id, organisation, requestedAt }) => (
        <li
          key={id}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded bg-surface px-5 py-4"
        >
          <div>
            <p className="font-bold">{organisation}</p>
            <p className="text-ink-soft">
              {t('organisations.askedOn')} <DateText value={requestedAt} format="day" />
            </p>
          </div>
          <IntentButton intent="withdraw" id={id} label={t('organisations.withdraw')} about={organisation} />
        </li>
      ))}
    </ul>
  );
}
