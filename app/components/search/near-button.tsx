import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nearestBuurten } from '#app/modules/programme/near.ts';
import { Icon } from '../icon/icon.tsx';

type NearButtonProps = { onNear: (buurt: string) => void };

/** Further from the middle of every buurt than this many metres: somewhere else. */
const farthest = 2500;

/**
 * Asks where somebody is, only when pressed. Where that is stays in the browser: it becomes the code of the nearest buurt, which is all
 * that is sent. Before JavaScript runs its place is kept, so that nothing moves; where none will run it takes none.
 */
export function NearButton({ onNear }: NearButtonProps) {
  const { t } = useTranslation('search');
  const [isThere, setThere] = useState(false);
  const [state, setState] = useState<'still' | 'busy' | 'refused' | 'outside'>('still');
  useEffect(() => setThere('geolocation' in navigator), []);
  const look = () => {
    setState('busy');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const [nearest] = nearestBuurten(coords.latitude, coords.longitude);
        if (nearest === undefined || nearest.metres > farthest) return setState('outside');
        setState('still');
        onNear(nearest.code);
      },
      () => setState('refused'),
      { timeout: 15_000, maximumAge: 60_000 },
    );
  };
  return (
    <div className={isThere ? undefined : 'invisible noscript:hidden'}>
      <button
        type="button"
        onClick={look}
        aria-disabled={state === 'busy'}
        aria-describedby="dichtbij-uitleg"
        title={t('near.why')}
        className="button button-quiet max-sm:gap-1.5 max-sm:px-2.5"
      >
        <Icon name="pin" />
        {t('near.button')}
      </button>
      <span id="dichtbij-uitleg" className="sr-only">
        {t('near.why')}
      </span>
      <p role="status" className="mt-2 text-sm empty:hidden">
        {state === 'still' ? null : t(`near.${state}`)}
      </p>
    </div>
  );
}
