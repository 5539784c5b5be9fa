import type { ReactNode } from 'react';

type TwoColumnsProps = { children: ReactNode; aside: ReactNode; asideLabel: string };

/** Main text with what belongs to it beside; on a narrow screen the aside comes after. */
export function TwoColumns({ children, aside, asideLabel }: TwoColumnsProps) {
  return (
    <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_21rem]">
      <div className="flex min-w-0 flex-col gap-12">{children}</div>
      <aside aria-label={asideLabel} className="flex min-w-0 flex-col gap-8">
        {aside}
      </aside>
    </div>
  );
}
