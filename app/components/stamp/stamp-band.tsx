import { planOnce, StampPaths } from './stamp.tsx';

/** A street of stamps from edge to edge: closes a page, above the footer. */
export function StampBand({ id, className = '' }: { id: string; className?: string }) {
  const plan = planOnce(id, 26, 2, 'grove');
  return (
    <svg
      className={`stamp stamp-grove ${className}`}
      viewBox={`0 0 ${plan.width} ${plan.height}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      focusable="false"
    >
      <StampPaths plan={plan} />
    </svg>
  );
}
