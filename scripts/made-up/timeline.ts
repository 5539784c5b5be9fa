import type { MadeUpPlan } from './plan.ts';

type Step = { kind: string; at: string; detail: Record<string, unknown> };

/** The steps that brought a plan to its stage, a month apart. */
export function stepsTo(stage: MadeUpPlan['stage'], submittedAt: string): Step[] {
  const after = (months: number) => {
    const at = new Date(submittedAt);
    at.setUTCMonth(at.getUTCMonth() + months);
    return at.toISOString();
  };
  const submitted = { kind: 'submitted', at: after(0), detail: { version: 1 } };
  if (stage === 'submitted') return [submitted];
  return [submitted, { kind: 'accepted', at: after(1), detail: {} }];
}
