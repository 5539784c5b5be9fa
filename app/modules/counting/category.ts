import type { Cents } from '#app/kernel/money.ts';
import type { Election } from './election.ts';

/** Projects that together may cost no more than this, however much of the budget is left. */
export type Category = { readonly projects: readonly number[]; readonly budget: Cents };

/** @returns whether a project still fits in every category that it is in, once these are bought */
export function roomAfter(
  election: Election,
  categories: readonly Category[],
  bought: readonly number[],
): (project: number) => boolean {
  if (categories.length === 0) return () => true;
  const cost = (project: number) => election.projects[project]?.cost ?? 0;
  const paid = new Set(bought);
  const left = categories.map(({ projects, budget }) => {
    const sum = projects.reduce((total, project) => total + (paid.has(project) ? cost(project) : 0), 0);
    return { projects: new Set(projects), money: budget - sum };
  });
  return (project) => left.every(({ projects, money }) => !projects.has(project) || cost(project) <= money);
}
