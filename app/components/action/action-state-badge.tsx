import { useTranslation } from 'react-i18next';
import type { ActionState } from '#app/modules/actions/action.ts';
import { Icon } from '../icon/icon.tsx';
import type { IconName } from '../icon/icon-paths.ts';

const looks: Record<ActionState | 'late', { icon: IconName; field: string }> = {
  open: { icon: 'arrow-right', field: 'bg-tint-water text-water' },
  late: { icon: 'clock', field: 'bg-tint-brick text-brick' },
  done: { icon: 'check', field: 'bg-tint-garden text-garden' },
  dropped: { icon: 'cross', field: 'bg-line text-ink' },
  handed: { icon: 'arrow-right', field: 'bg-line text-ink' },
};

/** Where an action stands, in a word; colour and sign only help. */
export function ActionStateBadge({ state, isLate }: { state: ActionState; isLate: boolean }) {
  const { t } = useTranslation('actions');
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
