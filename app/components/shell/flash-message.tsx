import type { ReactNode } from 'react';
import { Icon } from '../icon/icon.tsx';
import type { IconName } from '../icon/icon-paths.ts';
import type { NoticeTone } from '../page/notice.tsx';

const looks: Record<NoticeTone, { icon: IconName; band: string; block: string }> = {
  success: { icon: 'check', band: 'bg-surface', block: 'bg-garden text-on-garden' },
  info: { icon: 'info', band: 'bg-tint-water', block: 'text-water' },
  warning: { icon: 'warning', band: 'bg-tint-sand', block: 'text-sand' },
  danger: { icon: 'warning', band: 'bg-tint-brick', block: 'bg-brick text-on-brick' },
};

/** What your last action did, as a band across the page where you landed. */
export function FlashMessage({ tone = 'success', children }: { tone?: NoticeTone; children: ReactNode }) {
  const look = looks[tone];
  return (
    <div role={tone === 'danger' ? 'alert' : 'status'} className={`page-band no-print ${look.band}`}>
      <p className="flex gap-3 py-3.5 font-semibold">
        <span className={`grid size-7 shrink-0 place-items-center rounded-sm ${look.block}`}>
          <Icon name={look.icon} className="size-5" />
        </span>
        <span>{children}</span>
      </p>
    </div>
  );
}
