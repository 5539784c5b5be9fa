import { useTranslation } from 'react-i18next';
import type { BatchState } from '#app/modules/payouts/batch.ts';
import { Icon } from '../icon/icon.tsx';
import type { IconName } from '../icon/icon-paths.ts';

const looks: Record<BatchState, { icon: IconName; field: string }> = {
  draft: { icon: 'pause', field: 'bg-tint-sand text-sand' },
  approved: { icon: 'check', field: 'bg-tint-water text-water' },
  sent: { icon: 'arrow-right', field: 'bg-tint-water text-water' },
  settled: { icon: 'check', field: 'bg-tint-garden text-garden' },
  discarded: { icon: 'cross', field: 'bg-line text-ink' },
};

/** Where a payment stands, in a word; colour and sign only help. */
export function BatchBadge({ state }: { state: BatchState }) {
  const { t } = useTranslation('payouts');
  const { icon, field } = looks[state];
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded px-2.5 py-1 text-sm leading-tight font-semibold ${field}`}
    >
      <Icon name={icon} className="size-4" />
      {t(`state.${state}`)}
    </span>
  );
}
