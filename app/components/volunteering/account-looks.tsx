import { useTranslation } from 'react-i18next';
import type { OwnLook } from '#app/modules/bank/own-account-view.ts';
import { DateText } from '../content/date-text.tsx';
import { Icon } from '../icon/icon.tsx';

/** Looks that are in sight at once. */
const looksShown = 10;

/** Who saw somebody's whole number, why and when, newest first. */
export function AccountLooks({ looks }: { looks: readonly OwnLook[] }) {
  const { t } = useTranslation('bank');
  const older = looks.slice(looksShown);
  return (
    <>
      <LookList looks={looks.slice(0, looksShown)} />
      {older.length === 0 ? null : (
        <details className="mt-4">
          <summary className="fold-summary">
            {t('looks.older', { count: older.length })}
            <Icon name="chevron-down" className="ml-auto size-5 unfolded:rotate-180" />
          </summary>
          <div className="mt-4">
            <LookList looks={older} />
          </div>
        </details>
      )}
    </>
  );
}

function LookList({ looks }: { looks: readonly OwnLook[] }) {
  const { t } = useTranslation('bank');
  return (
    <ul className="flex flex-col gap-3">
      {looks.map(({ kind, number, at, lastFour }, index) => (
        <li key={index} className="rounded bg-surface px-5 py-4">
          <p className="font-bold">{t(`looks.${kind}`, { number })}</p>
          <p>
            <DateText value={at} format="time" />
          </p>
          <p className="text-ink-soft">{t('looks.number', { lastFour })}</p>
        </li>
      ))}
    </ul>
  );
}
