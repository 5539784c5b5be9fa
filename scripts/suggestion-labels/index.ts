import { learning } from './learning.ts';
import { neighbours } from './neighbours.ts';
import { organisations } from './organisations.ts';
import type { LabelledPortfolio } from './types.ts';

/**
 * What suggestions are judged by: portfolios in the world of the programme's papers, and who of them should meet. Names come
 * from the papers; needs, offers and who fits were written for this, before any weight was set.
 */
export const labelledPortfolios: readonly LabelledPortfolio[] = [...neighbours, ...learning, ...organisations];

/** Each pair that fits, once. @throws Error when a pair names a portfolio that is not there */
export function labelledPairs(): readonly (readonly [string, string])[] {
  const keys = new Set(labelledPortfolios.map(({ key }) => key));
  const pairs = new Map<string, readonly [string, string]>();
  for (const { key, fits } of labelledPortfolios)
    for (const other of fits) {
      if (!keys.has(other) || other === key) throw new Error(`${key} names ${other}`);
      const pair = key < other ? ([key, other] as const) : ([other, key] as const);
      pairs.set(pair.join(' '), pair);
    }
  return [...pairs.values()];
}
