import { useTranslation } from 'react-i18next';
import type { ConversationItem } from '#app/modules/portfolios/views.ts';
import { DateText } from '../content/date-text.tsx';
import { Quoting, Written } from '../content/written.tsx';

/** Conversations of one person, each with whom, about what and how much is new. */
export function ConversationList({ items }: { items: readonly ConversationItem[] }) {
  const { t } = useTranslation('messages');
  return (
    <ul aria-label={t('list')} className="flex flex-col gap-2">
      {items.map(({ id, subject, mine, other, isMatch, lastMessageAt, unread }) => (
        <li key={id} className="card rounded bg-surface px-5 py-4">
          <p className="flex flex-wrap items-baseline justify-between gap-x-4">
            <a href={`/berichten/${id}`} className="card-link text-lg font-bold text-ink">
              {other === null ? t('resident') : <Written>{other.name}</Written>}
            </a>
            <span className="text-sm text-ink-soft">
              <DateText value={lastMessageAt} format="day" />
            </span>
          </p>
          <p>
            <Written>{subject}</Written>
          </p>
          <p className="flex flex-wrap items-center gap-x-3 text-sm text-ink-soft">
            {unread === 0 ? null : (
              <span className="rounded-sm bg-garden px-2 font-bold text-on-garden">
                {t('unread', { count: unread })}
              </span>
            )}
            {isMatch ? <span className="font-bold text-garden">{t('match')}</span> : null}
            <span>
              {mine === null ? (
                t('asResident')
              ) : (
                <Quoting text={t('forPortfolio', { name: mine.name })} written={mine.name} />
              )}
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}
