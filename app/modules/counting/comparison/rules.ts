import type { Rule } from '../count.ts';
import { completions, type Completion } from '../equal-shares/completion.ts';

/** The rules that are put side by side, by name. */
export const ruleNames = ['greedy', 'add1u', 'add1', 'utilitarian', 'none'] as const satisfies readonly (
  'greedy' | Completion
)[];
export type RuleName = (typeof ruleNames)[number];

export function methodOf(name: RuleName): Rule['method'] {
  const completion = completions.find((one) => one === name);
  return completion === undefined ? { name: 'greedy' } : { name: 'equal-shares', completion };
}

export function nameOf(method: Rule['method']): RuleName {
  return method.name === 'greedy' ? 'greedy' : method.completion;
}

export function isRuleName(name: unknown): name is RuleName {
  return ruleNames.some((one) => one === name);
}
