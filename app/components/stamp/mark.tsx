import { hooks } from './units.ts';
import { dotPath, rectPath } from './plan.ts';

/** The mark: two hooks of houses that hold a court between them, with one tree: what we have in common. */
export function Mark({ className = '' }: { className?: string }) {
  return (
    <svg className={`mark ${className}`} viewBox="2 2 20 20" aria-hidden="true" focusable="false">
      <path className="mark-blocks" d={hooks.blocks.map(rectPath).join('')} />
      <path className="mark-tree" d={dotPath([12, 12])} />
    </svg>
  );
}
