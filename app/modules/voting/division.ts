import { cents, type Cents } from '#app/kernel/money.ts';
import { mostCategories } from './category.ts';

/** By what plans can be put in categories in one go. */
export const divisionKinds = ['wijk', 'buurt', 'theme'] as const;

export type DivisionKind = (typeof divisionKinds)[number];

/** What a plan says of itself: names, in the order in which it gives them. */
export type PlanPlaces = { number: number } & Record<DivisionKind, readonly string[]>;

export type Division = {
  kind: DivisionKind;
  /** Which plans go where, by name. */
  categories: { name: string; projects: number[] }[];
  /** Plans that belong to none of them, or to more than one. */
  without: number[];
};

/**
 * Ready-made categories for these plans. A plan in more than one wijk or buurt goes in none; of themes its first counts.
 * @returns those of two up to twelve categories; of wijken and buurten one, the widest that tells plans apart
 */
export function divisionsOf(plans: readonly PlanPlaces[]): Division[] {
  const divisions = divisionKinds
    .map((kind) => divisionBy(kind, plans))
    .filter(({ categories }) => categories.length > 1 && categories.length <= mostCategories);
  const hasWijken = divisions.some(({ kind }) => kind === 'wijk');
  return divisions.filter(({ kind }) => kind !== 'buurt' || !hasWijken);
}

function divisionBy(kind: DivisionKind, plans: readonly PlanPlaces[]): Division {
  const byName = new Map<string, number[]>();
  const without: number[] = [];
  for (const plan of plans) {
    const [name, ...others] = plan[kind];
    if (name === undefined || (kind !== 'theme' && others.length > 0)) without.push(plan.number);
    else byName.set(name, [...(byName.get(name) ?? []), plan.number]);
  }
  const categories = [...byName]
    .map(([name, projects]) => ({ name, projects }))
    .sort((one, other) => one.name.localeCompare(other.name, 'nl'));
  return { kind, categories, without };
}

/** An equal ceiling for so many categories, up to the whole euro, so that together they leave nothing over. */
export function equalCeiling(amount: Cents, categories: number): Cents {
  return cents(Math.min(amount, Math.ceil(amount / Math.max(1, categories) / 100) * 100));
}
