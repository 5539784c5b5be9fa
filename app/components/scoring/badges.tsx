import { useTranslation } from 'react-i18next';
import { Icon } from '../icon/icon.tsx';
import type { IconName } from '../icon/icon-paths.ts';

type Look = { icon: IconName; look: string };

const states = {
  wait: { icon: 'calendar', look: 'bg-line text-ink' },
  declare: { icon: 'question', look: 'bg-tint-sand text-sand' },
  draft: { icon: 'edit', look: 'bg-tint-water text-water' },
  'handed-in': { icon: 'check', look: 'bg-tint-garden text-garden' },
  shut: { icon: 'lock', look: 'bg-tint-brick text-brick' },
  left: { icon: 'leave', look: 'bg-line text-ink' },
  'role-ended': { icon: 'person', look: 'bg-tint-sand text-sand' },
  missed: { icon: 'cross', look: 'bg-line text-ink' },
} as const satisfies Record<string, Look>;

const phases = {
  planned: { icon: 'calendar', look: 'bg-line text-ink' },
  running: { icon: 'play', look: 'bg-tint-garden text-garden' },
  ended: { icon: 'clock', look: 'bg-tint-sand text-sand' },
  closed: { icon: 'lock', look: 'bg-line text-ink' },
} as const satisfies Record<string, Look>;

export type AssignmentStateName = keyof typeof states;
export type RoundPhaseName = keyof typeof phases;

/** Where a reviewer stands with one initiative, in words to the reviewer, or about them to who looks after the round. */
export function AssignmentBadge({ state, ofColleague = false }: { state: AssignmentStateName; ofColleague?: boolean }) {
  const { t } = useTranslation('scoring');
  return (
    <Badge {...states[state]}>{t(ofColleague && state === 'declare' ? 'state.notBegun' : `state.${state}`)}</Badge>
  );
}

/** Whether a round begins, runs, waits to be closed or is closed. */
export function PhaseBadge({ phase }: { phase: RoundPhaseName }) {
  const { t } = useTranslation('scoring');
  return <Badge {...phases[phase]}>{t(`phase.${phase}`)}</Badge>;
}

function Badge({ icon, look, children }: Look & { children: string }) {
  return (
    <span className={`inline-flex items-center gap-2 rounded px-2.5 py-1 text-sm leading-tight font-semibold ${look}`}>
      <Icon name={icon} className="size-4" />
      {children}
    </span>
  );
}
