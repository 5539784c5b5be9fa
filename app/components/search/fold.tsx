import { type ReactNode, useEffect, useState } from 'react';
import { Icon } from '../icon/icon.tsx';

type FoldProps = { title: string; isOpen: boolean; children: ReactNode };

/** A part of the filters. Opens when something in it was chosen, and then stays as somebody left it. */
export function Fold({ title, isOpen, children }: FoldProps) {
  const [isUnfolded, setUnfolded] = useState(isOpen);
  useEffect(() => {
    if (isOpen) setUnfolded(true);
  }, [isOpen]);
  return (
    <details open={isUnfolded} onToggle={(event) => setUnfolded(event.currentTarget.open)}>
      <summary className="fold-summary">
        {title}
        <Icon name="chevron-down" className="ml-auto size-5 unfolded:rotate-180" />
      </summary>
      {children}
    </details>
  );
}
