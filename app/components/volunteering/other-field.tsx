import type { ReactNode } from 'react';

/**
 * A choice with a field of its own that shows only once "something else" is chosen. Styles do it, so that it works without
 * JavaScript; what stands in a field that is not shown does not count.
 */
export function WithOther({ choices, children }: { choices: ReactNode; children: ReactNode }) {
  return (
    <div className="group/other flex flex-col gap-4">
      {choices}
      <div className="hidden group-has-[[value=other]:checked]/other:block">{children}</div>
    </div>
  );
}
