import { cents, type Cents } from '#app/kernel/money.ts';
import type { Election } from './election.ts';

/** Projects that together may cost no more than this, however much of the budget is left. */
export type Category = { readonly projects: readonly number[]; readonly budget: Cents };

/** As a file or a vote calls it. */
export type NamedCategory = Category & { readonly name: string };

/** A category, by its place in the list, that has too little left for a project, and what is left of it. */
export type Full = { readonly category: number; readonly left: Cents };

/** @returns for a project the first category that it does not fit in any more, once these are bought; null: it fits in all of its own */
export function fullAfter(
  election: Election,
  categories: readonly Category[],
  bought: readonly number[],
): (project: number) => Full | null {
  if (categories.length === 0) return () => null;
  const cost = (project: number) => election.projects[project]?.cost ?? 0;
  const paid = new Set(bought);
  const left = categories.map(({ projects, budget }) => {
    const sum = projects.reduce((total, project) => total + (paid.has(project) ? cost(project) : 0), 0);
    return { projects: new Set(projects), money: budget - sum };
  });
  return (project) => {
    const category = left.findIndex(({ projects, money }) => projects.has(project) && cost(project) > money);
    return category === -1 ? null : { category, left: cents(left[category]?.money ?? 0) };
  };
}

/** @returns whether a project still fits in every category that it is in, once these are bought */
export function roomAfter(
  election: Election,
  categories: readonly Category[],
  bought: readonly number[],
): (project: number) => boolean {
  const full = fullAfter(election, categories, bought);
  return (project) => full(project) === null;
}
