import { useTranslation } from 'react-i18next';
import type { LiveState } from './live-line.ts';

/** How it stands with the connection, in words; said aloud only when it goes and comes back. */
export function LiveSign({ state }: { state: LiveState }) {
  const { t } = useTranslation('gatheringRoom');
  const isWell = state === 'live';
  return (
    <p role="status" className={`text-sm ${isWell ? 'text-ink-soft' : 'font-semibold'}`}>
      <span aria-hidden="true" className={isWell ? 'text-garden' : 'text-brick'}>
        {isWell ? '● ' : '○ '}
      </span>
      <span>{t(`live.${state}`)}</span>
    </p>
  );
}
