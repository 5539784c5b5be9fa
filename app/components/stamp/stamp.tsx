import { type StampGround, type StampPlan, planStamp } from './plan.ts';

type StampProps = {
  /** What it is drawn from: the id or slug of the initiative, body or page. */
  id: string;
  /** Plots across and down; the picture fills its box and is cropped like a photograph. */
  columns?: number;
  rows?: number;
  ground?: StampGround;
  className?: string;
};

/** A cover for what has no picture. Decoration: the title beside it says what it is. */
export function Stamp({ id, columns = 4, rows = 3, ground, className = '' }: StampProps) {
  const plan = planOnce(id, columns, rows, ground);
  return (
    <svg
      className={`stamp stamp-${plan.ground} ${className}`}
      viewBox={`0 0 ${plan.width} ${plan.height}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      focusable="false"
    >
      <StampPaths plan={plan} />
    </svg>
  );
}

const plans = new Map<string, StampPlan>();
const mostPlans = 1000;

/** Pages show the same plans again and again, and drawing one takes longer than everything else on a card, or in the footer. */
export function planOnce(...given: Parameters<typeof planStamp>): StampPlan {
  const key = given.join(' ');
  const plan = plans.get(key) ?? planStamp(...given);
  if (plans.size >= mostPlans) plans.clear();
  plans.set(key, plan);
  return plan;
}

/** The layers from the ground up. */
export function StampPaths({ plan }: { plan: StampPlan }) {
  return (
    <>
      <path className="stamp-ground" d={`M0 0H${plan.width}V${plan.height}H0z`} />
      <path className="stamp-roads" d={plan.roads} />
      <path className="stamp-courts" d={plan.courts} />
      {plan.water === '' ? null : (
        <>
          <path className="stamp-water" d={plan.water} />
          <path className="stamp-quay" d={plan.quay} />
        </>
      )}
      <path className="stamp-shades" d={plan.shades} />
      <path className="stamp-blocks" d={plan.blocks} />
      <path className="stamp-own" d={plan.own} />
      <path className="stamp-trees" d={plan.trees} />
    </>
  );
}
