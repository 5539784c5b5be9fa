import type { Rule } from '../count.ts';
import { cents } from '#app/kernel/money.ts';
import type { NamedCategory } from '../category.ts';
import { completions } from '../equal-shares/completion.ts';
import type { PabulibFile } from './file.ts';
import { amountOf } from './rows.ts';

/** What a file says of how it was counted; null for what it does not say, or not in words that are known here. */
export type RuleInFile = {
  readonly method: Rule['method'] | null;
  readonly minimumVotes: number | null;
  /** The most that each category may get: `categories` and `budget_per_category` name them and their money in the same order. */
  readonly categories: readonly NamedCategory[] | null;
  /** Places of projects in the order that each lot gave them (`lots`: ids between commas, lots between bars); empty when the file names none. */
  readonly lots: readonly (readonly number[])[] | null;
};

export function ruleInFile({ meta, projects }: PabulibFile): RuleInFile {
  const keys = new Map(meta.map(([key, value]) => [key.trim(), value.trim()]));
  const least = keys.get('min_project_score_threshold') ?? '1';
  return {
    method: methodOf(keys.get('rule') ?? ''),
    minimumVotes: /^\d{1,9}$/.test(least) ? Math.max(1, Number(least)) : null,
    lots: lotsOf(projects, keys.get('lots') ?? ''),
    categories: categoriesOf(projects, listOf(keys.get('categories')), listOf(keys.get('budget_per_category'))),
  };
}

function methodOf(rule: string): Rule['method'] | null {
  const [name, word = 'none'] = rule.toLowerCase().split('/');
  if (name === 'greedy' || name === 'greedy-threshold') return { name: 'greedy' };
  const completion = completions.find((one) => one === word);
  const isEqualShares = name === 'equalshares' || name === 'equal-shares';
  return isEqualShares && completion !== undefined ? { name: 'equal-shares', completion } : null;
}

/** The word that a file has for a method; reading it gives the method again. */
export function ruleWord(method: Rule['method']): string {
  if (method.name === 'greedy') return 'greedy';
  return method.completion === 'none' ? 'equalshares' : `equalshares/${method.completion}`;
}

/** @returns null when a lot names what is no project, or one twice */
function lotsOf({ columns, rows }: PabulibFile['projects'], value: string): readonly (readonly number[])[] | null {
  const column = columns.indexOf('project_id');
  const lots = value.split('|').flatMap((lot) => {
    const ids = listOf(lot.trim());
    return ids.length === 0 ? [] : [ids.map((id) => rows.findIndex((row) => row[column]?.trim() === id))];
  });
  const isWrong = lots.some((places) => places.includes(-1) || new Set(places).size < places.length);
  return isWrong ? null : lots;
}

const listOf = (value = '') => (value === '' ? [] : value.split(',').map((part) => part.trim()));

function categoriesOf(
  { columns, rows }: PabulibFile['projects'],
  names: readonly string[],
  amounts: readonly string[],
): readonly NamedCategory[] | null {
  if (amounts.length === 0) return [];
  const column = columns.indexOf('category');
  if (column === -1 || names.length !== amounts.length) return null;
  const categories = names.map((name, at) => {
    const budget = amountOf(amounts[at] ?? '');
    const projects = rows.flatMap((row, place) => (listOf(row[column]).includes(name) ? [place] : []));
    return budget === null ? null : { name, projects, budget: cents(budget) };
  });
  return categories.every((category) => category !== null) ? categories : null;
}
