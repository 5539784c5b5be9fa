import { useTranslation } from 'react-i18next';
import type { UndertakingState } from '#app/modules/actions/undertaking.ts';
import { Icon } from '../icon/icon.tsx';
import type { IconName } from '../icon/icon-paths.ts';

const looks: Record<UndertakingState | 'late', { icon: IconName; field: string }> = {
  open: { icon: 'arrow-right', field: 'bg-tint-water text-water' },
  late: { icon: 'clock', field: 'bg-tint-brick text-brick' },
  kept: { icon: 'check', field: 'bg-tint-garden text-garden' },
  partly: { icon: 'pause', field: 'bg-tint-sand text-sand' },
  not: { icon: 'cross', field: 'bg-line text-ink' },
};

/** What became of an undertaking, in a word; colour and sign only help. */
export function UndertakingBadge({ state, isLate }: { state: UndertakingState; isLate: boolean }) {
  const { t } = useTranslation('undertakings');
  const word = isLate ? 'late' : state;
  const { icon, field } = looks[word];
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded px-2.5 py-1 text-sm leading-tight font-semibold ${field}`}
    >
      <Icon name={icon} className="size-4" />
      {t(`state.${word}`)}
    </span>
  );
}
