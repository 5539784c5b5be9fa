import type { ReactNode } from 'react';
import { Icon } from '../icon/icon.tsx';

type FoldProps = {
  title: ReactNode;
  /** What it comes to, so that most need not open it. */
  note?: ReactNode;
  children: ReactNode;
};

/** A part of a page that few need, folded away: its title and what it comes to stay in sight. */
export function Fold({ title, note, children }: FoldProps) {
  return (
    <details>
      <summary className="card flex min-h-14 cursor-pointer items-center gap-3 rounded bg-surface px-5 py-3">
        <span className="min-w-0 grow">
          <span className="block text-lg font-bold">{title}</span>
          {note === undefined ? null : <span className="block text-ink-soft">{note}</span>}
        </span>
        <Icon name="chevron-down" className="size-5 shrink-0 unfolded:rotate-180" />
      </summary>
      <div className="flex flex-col gap-8 pt-5 pb-8">{children}</div>
    </details>
  );
}
