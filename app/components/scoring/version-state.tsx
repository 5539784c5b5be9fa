import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { Written } from '../content/written.tsx';

type VersionStateProps = {
  version: { frozenOn: CalendarDate | null; rounds: readonly { slug: string; title: string }[] };
};

/** Whether a version of criteria can still change, and which rounds use it. */
export function VersionState({ version }: VersionStateProps) {
  const { t, i18n } = useTranslation('scoring');
  return (
    <>
      <p>
        {version.frozenOn === null
          ? t('criteria.draft')
          : t('criteria.frozen', { date: dateText(version.frozenOn, 'day', i18n.language) })}
      </p>
      {version.rounds.length === 0 ? (
        <p>{t('criteria.unused')}</p>
      ) : (
        <p>
          {t('criteria.usedBy')}{' '}
          {version.rounds.map(({ slug, title }, index) => (
            <span key={slug}>
              {index === 0 ? null : ', '}
              <a href={`/rondes/${slug}`}>
                <Written>{title}</Written>
              </a>
            </span>
          ))}
        </p>
      )}
    </>
  );
}
