import type { ReactNode } from 'react';
import { Icon } from '../icon/icon.tsx';

export type FlashTone = 'success' | 'danger';

/** What your last action did, as a band across the page where you landed. */
export function FlashMessage({ tone = 'success', children }: { tone?: FlashTone; children: ReactNode }) {
  const isGood = tone === 'success';
  return (
    <div
      role={isGood ? 'status' : 'alert'}
      className={`page-band no-print ${isGood ? 'bg-surface' : 'bg-tint-brick'}`}
    >
      <p className="flex gap-3 py-3.5 font-semibold">
        <span className={`grid size-7 place-items-center rounded-sm ${isGood ? 'bg-garden text-on-garden' : 'bg-brick text-on-brick'}`}>
          <Icon name={isGood ? 'check' : 'warning'} className="size-5" />
        </span>
        <span>{children}</span>
      </p>
    </div>
  );
}
