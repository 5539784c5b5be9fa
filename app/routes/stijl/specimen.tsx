import type { ReactNode } from 'react';

/** One component with its name, for who builds pages. */
export function Specimen({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm text-ink-soft">{name}</p>
      {children}
    </div>
  );
}
