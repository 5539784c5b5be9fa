import { useTranslation } from 'react-i18next';
import type { DecisionOutcome } from '#app/modules/decisions/outcome.ts';
import { Icon } from '../icon/icon.tsx';
import type { IconName } from '../icon/icon-paths.ts';

const looks: Record<DecisionOutcome, { icon: IconName; field: string }> = {
  grant: { icon: 'check', field: 'bg-tint-garden text-garden' },
  decline: { icon: 'cross', field: 'bg-line text-ink' },
  park: { icon: 'pause', field: 'bg-tint-sand text-sand' },
  refer: { icon: 'arrow-right', field: 'bg-tint-water text-water' },
};

/** What was decided, or is proposed, in a word; colour and sign only help. */
export function OutcomeBadge({ outcome, isProposed = false }: { outcome: DecisionOutcome; isProposed?: boolean }) {
  const { t } = useTranslation('decisions');
  const { icon, field } = looks[outcome];
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded px-2.5 py-1 text-sm leading-tight font-semibold ${field}`}
    >
      <Icon name={icon} className="size-4" />
      {t(isProposed ? `form.outcomeChoice.${outcome}` : `outcome.${outcome}`)}
    </span>
  );
}
