import { useTranslation } from 'react-i18next';
import type { LimitState } from '#app/modules/procurement/limit.ts';
import { Icon } from '../icon/icon.tsx';

const looks: Record<LimitState, { icon: 'check' | 'warning' | 'info'; color: string }> = {
  fine: { icon: 'check', color: 'text-garden' },
  near: { icon: 'warning', color: 'font-semibold text-sand' },
  over: { icon: 'warning', color: 'font-semibold text-brick' },
  unknown: { icon: 'info', color: 'text-ink-soft' },
};

/** Where a total stands to a limit: a word and a sign, never a colour alone. */
export function StateWord({ state }: { state: LimitState }) {
  const { t } = useTranslation('procurement');
  const { icon, color } = looks[state];
  return (
    <span className={`inline-flex items-start gap-1.5 ${color}`}>
      <Icon name={icon} className="mt-[0.2em] size-[1.1em] shrink-0" />
      {t(`state.${state}`)}
    </span>
  );
}
