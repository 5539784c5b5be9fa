import { useTranslation } from 'react-i18next';
import { hoursText } from '#app/modules/allowances/hours-text.ts';
import type { CoordinatedClaim } from '#app/modules/allowances/coordination-views.ts';
import { DateText } from '../content/date-text.tsx';
import { Written } from '../content/written.tsx';

/** What a claim is for: hours or expenses, the day, and what the volunteer wrote. */
export function ClaimWhat({ claim }: { claim: CoordinatedClaim }) {
  const { t } = useTranslation(['coordination', 'allowances']);
  return (
    <>
      {claim.minutes === null ? t('allowances:kind.expense') : t('claim.hours', { hours: hoursText(claim.minutes) })},{' '}
      <DateText value={claim.day} format="day" />
      {claim.note === '' ? null : (
        <span className="block break-words">
          <Written>{claim.note}</Written>
        </span>
      )}
      {claim.typedByCoordinator ? <span className="block text-ink-soft">{t('waiting.typed')}</span> : null}
      {claim.opensReceipt ? (
        <a href={`/coordinatie/bon/${claim.id}`} className="inline-flex min-h-11 items-center">
          {t('waiting.receipt')}
        </a>
      ) : claim.hasReceipt ? (
        <span className="block text-ink-soft">{t('waiting.receiptThere')}</span>
      ) : claim.kind === 'expense' && claim.state === 'claimed' ? (
        <span className="block text-brick">{t('waiting.noReceipt')}</span>
      ) : null}
    </>
  );
}
