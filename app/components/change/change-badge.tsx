import { useTranslation } from 'react-i18next';
import type { ChangeLine } from '#app/modules/budgets/change-view.ts';
import { Icon } from '../icon/icon.tsx';
import type { IconName } from '../icon/icon-paths.ts';

const looks: Record<ChangeLine['state'], { icon: IconName; field: string }> = {
  proposed: { icon: 'pause', field: 'bg-tint-sand text-sand' },
  approved: { icon: 'check', field: 'bg-tint-garden text-garden' },
  refused: { icon: 'cross', field: 'bg-tint-brick text-brick' },
  withdrawn: { icon: 'cross', field: 'bg-line text-ink' },
};

/** Where a proposed change stands, in a word; colour and sign only help. */
export function ChangeBadge({ state }: { state: ChangeLine['state'] }) {
  const { t } = useTranslation('changes');
  const { icon, field } = looks[state];
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded px-2.5 py-1 text-sm leading-tight font-semibold ${field}`}
    >
      <Icon name={icon} className="size-4" />
      {t(`work.state.${state}`)}
    </span>
  );
}
