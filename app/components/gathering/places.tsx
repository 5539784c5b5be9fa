import { useTranslation } from 'react-i18next';
import type { PublicGathering } from '#app/modules/gatherings/views.ts';
import { Written } from '../content/written.tsx';
import { Notice } from '../page/notice.tsx';

/** How many places are left, or why one cannot register. */
export function Places({ gathering, isPast }: { gathering: PublicGathering; isPast: boolean }) {
  const { t } = useTranslation('gatherings');
  const { state, isOpen, placesLeft, waiting, cancelReason } = gathering;
  if (state === 'cancelled')
    return (
      <Notice tone="warning" title={t('page.cancelled')}>
        <p className="whitespace-pre-line">
          <Written>{cancelReason}</Written>
        </p>
      </Notice>
    );
  if (isPast || state === 'closed') return <Notice>{t('page.past')}</Notice>;
  if (!isOpen)
    return (
      <Notice title={t('page.begun')}>
        <p>{t('page.begunText')}</p>
      </Notice>
    );
  return (
    <p className="text-lg font-semibold">
      {placesLeft > 0 ? t('page.places', { count: placesLeft }) : t('page.full')}
      {placesLeft === 0 && waiting > 0 ? (
        <span className="block font-normal">{t('page.waiting', { count: waiting })}</span>
      ) : null}
    </p>
  );
}
