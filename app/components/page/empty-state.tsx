import type { ReactNode } from 'react';
import { Stamp } from '../stamp/stamp.tsx';

type EmptyStateProps = {
  title: string;
  /** What will come here, and what you can do. */
  children?: ReactNode;
  action?: ReactNode;
  /** Which stamp to draw; a fixed word per place, so that it stays the same. */
  stampId: string;
};

/** An unbuilt plot: nothing here yet, with the way on. */
export function EmptyState({ title, children, action, stampId }: EmptyStateProps) {
  return (
    <div className="grid overflow-hidden rounded bg-surface sm:grid-cols-[12rem_1fr]">
      <Stamp id={stampId} columns={3} rows={3} className="h-28 w-full sm:h-full" />
      <div className="p-6">
        <p className="font-heading text-xl font-bold">{title}</p>
        {children === undefined ? null : <div className="prose mt-2 text-ink-soft">{children}</div>}
        {action === undefined ? null : <div className="mt-4 flex flex-wrap gap-3">{action}</div>}
      </div>
    </div>
  );
}
