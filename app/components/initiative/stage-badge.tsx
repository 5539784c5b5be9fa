import { useTranslation } from 'react-i18next';

/**
 * How far an initiative is, as a plot that gets built: the more blocks stand, the further it is.
 * The word says it too; colour and drawing only help.
 */
const looks = {
  draft: { built: 0, field: 'bg-tint-sand', color: 'text-sand' },
  exploring: { built: 1, field: 'bg-tint-sand', color: 'text-sand' },
  submitted: { built: 1, field: 'bg-tint-water', color: 'text-water' },
  question: { built: 1, field: 'bg-tint-brick', color: 'text-brick' },
  accepted: { built: 2, field: 'bg-tint-water', color: 'text-water' },
  scoring: { built: 2, field: 'bg-tint-water', color: 'text-water' },
  deciding: { built: 3, field: 'bg-tint-water', color: 'text-water' },
  granted: { built: 4, field: 'bg-tint-garden', color: 'text-garden' },
  running: { built: 4, field: 'bg-garden', color: 'text-on-garden' },
  completed: { built: 4, field: 'bg-tint-garden', color: 'text-garden' },
  parked: { built: 2, field: 'bg-tint-sand', color: 'text-sand' },
  paused: { built: 3, field: 'bg-tint-sand', color: 'text-sand' },
  referred: { built: 1, field: 'bg-line', color: 'text-ink' },
  declined: { built: 0, field: 'bg-line', color: 'text-ink' },
  withdrawn: { built: 0, field: 'bg-line', color: 'text-ink' },
} as const;

export type StageName = keyof typeof looks;

export const stageNames = Object.keys(looks) as StageName[];

const corners = ['M1 1h6v6H1z', 'M9 1h6v6H9z', 'M9 9h6v6H9z', 'M1 9h6v6H1z'];

export function StageBadge({ stage }: { stage: StageName }) {
  const { t } = useTranslation('components');
  const look = looks[stage];
  return (
    <span
      className={`inline-flex items-center gap-2 rounded px-2.5 py-1 text-sm leading-tight font-semibold ${look.field} ${look.color}`}
    >
      <svg viewBox="0 0 16 16" className="size-3.5 shrink-0" aria-hidden="true" focusable="false">
        <path d={corners.slice(0, look.built).join('')} fill="currentColor" />
        <path
          d="M1.75 1.75h4.5v4.5h-4.5zM9.75 1.75h4.5v4.5h-4.5zM9.75 9.75h4.5v4.5h-4.5zM1.75 9.75h4.5v4.5h-4.5z"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
        />
      </svg>
      {t(`stage.${stage}`)}
    </span>
  );
}
