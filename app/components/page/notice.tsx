import type { ReactNode } from 'react';
import { Icon } from '../icon/icon.tsx';
import type { IconName } from '../icon/icon-paths.ts';

export type NoticeTone = 'info' | 'success' | 'warning' | 'danger';

type NoticeProps = {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  /** `status` for what has just happened; leave out for what is simply so. */
  role?: 'status' | 'alert';
};

const looks: Record<NoticeTone, { icon: IconName; field: string; color: string }> = {
  info: { icon: 'info', field: 'bg-tint-water', color: 'text-water' },
  success: { icon: 'check', field: 'bg-tint-garden', color: 'text-garden' },
  warning: { icon: 'warning', field: 'bg-tint-sand', color: 'text-sand' },
  danger: { icon: 'warning', field: 'bg-tint-brick', color: 'text-brick' },
};

/** Something to know before you read on. */
export function Notice({ tone = 'info', title, children, role }: NoticeProps) {
  const look = looks[tone];
  return (
    <div role={role} className={`grid grid-cols-[auto_1fr] gap-x-3.5 rounded px-5 py-4 ${look.field}`}>
      <Icon name={look.icon} className={`mt-0.5 size-6 ${look.color}`} />
      <div className="prose min-w-0">
        {title === undefined ? null : <p className="font-bold">{title}</p>}
        {children === undefined ? null : <div className={title === undefined ? '' : 'mt-1!'}>{children}</div>}
      </div>
    </div>
  );
}
