import { addCents, subtractCents, type Cents } from '#app/kernel/money.ts';
import type { Category } from '#app/modules/counting/category.ts';

/** Plans of a vote that belong together, known by a number within it. */
export type VoteCategory = {
  number: number;
  name: string;
  /** What its plans may cost together at most, however much money is left; null: no more than there is. */
  ceiling: Cents | null;
};

/** Categories of a vote at most (`vote_category_number`). */
export const mostCategories = 12;

/** Longest name, in characters (`vote_category_name`). */
export const longestCategoryName = 60;

type Sorted = { number: number; cost: Cents; category: number | null };

/** A category with a ceiling, as a count takes it: by places in the list of projects. */
export type CountedCategory = Category & VoteCategory & { ceiling: Cents };

/** Categories that limit a count, by number; one without a ceiling only says what belongs together. */
export function countedCategories(
  categories: readonly VoteCategory[],
  projects: readonly { category?: number | null }[],
): CountedCategory[] {
  return categories
    .flatMap(({ ceiling, ...one }) => (ceiling === null ? [] : [{ ...one, ceiling }]))
    .sort((one, other) => one.number - other.number)
    .map((one) => ({
      ...one,
      budget: one.ceiling,
      projects: projects.flatMap(({ category }, place) => (category === one.number ? [place] : [])),
    }));
}

/** What who prepares a vote should know of its categories. The first three stop an announcement (`vote_categories_fit`). */
export type CategoryDoubt =
  | { why: 'above-amount' | 'empty'; name: string }
  | { why: 'too-dear'; name: string; title: string }
  /** So much stays over whoever wins: every plan is in a category with a ceiling, and these come to less than there is. */
  | { why: 'stays-over'; amount: Cents }
  | { why: 'without-category'; plans: number };

/** @param projects those that take part, or may */
export function categoryDoubts(
  amount: Cents,
  categories: readonly VoteCategory[],
  projects: readonly (Sorted & { title: string })[],
): CategoryDoubt[] {
  if (categories.length === 0) return [];
  const inOne = (number: number) => projects.filter(({ category }) => category === number);
  const doubts = categories.flatMap(({ number, name, ceiling }): CategoryDoubt[] => [
    ...(ceiling !== null && ceiling > amount ? [{ why: 'above-amount' as const, name }] : []),
    ...(inOne(number).length === 0 ? [{ why: 'empty' as const, name }] : []),
    ...inOne(number).flatMap(({ cost, title }) =>
      ceiling !== null && cost > ceiling ? [{ why: 'too-dear' as const, name, title }] : [],
    ),
  ]);
  const without = projects.filter(({ category }) => !categories.some(({ number }) => number === category)).length;
  const left = staysOver(amount, categories, without);
  return [
    ...doubts,
    ...(left === null ? [] : [{ why: 'stays-over' as const, amount: left }]),
    ...(without === 0 ? [] : [{ why: 'without-category' as const, plans: without }]),
  ];
}

/** What stays over whoever wins; null: all of it can be spent, as far as categories go. */
export function staysOver(amount: Cents, categories: readonly VoteCategory[], without: number): Cents | null {
  const ceilings = categories.flatMap(({ ceiling }) => ceiling ?? []);
  if (ceilings.length === 0 || ceilings.length < categories.length || without > 0) return null;
  const together = addCents(...ceilings);
  return together < amount ? subtractCents(amount, together) : null;
}

/** Whether a doubt keeps a vote from being announced: the database refuses it then. */
export const stops = ({ why }: CategoryDoubt): boolean => ['above-amount', 'empty', 'too-dear'].includes(why);

/** Categories of which more was chosen than can win together. */
export function chosenAbove<Line extends Pick<VoteCategory, 'name' | 'ceiling'>>(
  categories: readonly Line[],
  projects: readonly { number: number; cost: Cents; category: string | null }[],
  choices: readonly number[],
): { name: string; ceiling: Cents; together: Cents }[] {
  return categories.flatMap(({ name, ceiling }) => {
    const chosen = projects.filter(({ number, category }) => category === name && choices.includes(number));
    const together = addCents(...chosen.map(({ cost }) => cost));
    return ceiling !== null && together > ceiling ? [{ name, ceiling, together }] : [];
  });
}
