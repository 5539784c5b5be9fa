import { cents, splitCents } from '#app/kernel/money.ts';
import type { ComparedRule, Comparison } from '#app/modules/counting/comparison/comparison.ts';
import type { RuleName } from '#app/modules/counting/comparison/rules.ts';

export type { ComparedRule, Comparison, RuleName };

/** So many of every hundred, which add up to a hundred: the largest remainders are rounded up. */
export function ofHundred(parts: readonly number[]): readonly number[] {
  return parts.some((part) => part > 0) ? splitCents(cents(100), parts) : parts.map(() => 0);
}

/** Parts of one, in whole percents that add up. */
export function percents(parts: readonly number[]): readonly number[] {
  return ofHundred(parts.map((part) => Math.round(part * 1_000_000)));
}

export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((100 * part) / whole);
}

export function ruleOf({ rules }: Comparison, name: RuleName): ComparedRule {
  const rule = rules.find((one) => one.name === name);
  if (rule === undefined) throw new Error(`no rule ${name}`);
  return rule;
}

/** Winners with what they cost, the dearest first. */
export function dearestFirst({ projects }: Comparison, { winners }: ComparedRule) {
  return winners
    .flatMap((at) => projects[at] ?? [])
    .map(({ id, name, cost, votes }) => ({ id, name, cost, votes }))
    .sort((one, other) => other.cost - one.cost);
}

/** What a project is called: its name, or its number where it has none. */
export function planName({ projects }: Pick<Comparison, 'projects'>, at: number): string {
  const project = projects[at];
  return project === undefined || project.name === '' ? (project?.id ?? '') : project.name;
}
