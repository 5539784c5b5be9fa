import type { Mistake } from '../pabulib/file.ts';
import { readPabulib } from '../pabulib/read.ts';
import { compareRules, tried, triedRule, type Comparison } from './comparison.ts';
import { toldCount, type ToldCount } from './told-count.ts';
import type { RuleName } from './rules.ts';

/** A file counted by every rule, by one of them and greedily told round by round; or what is wrong with it. */
export type ComparedFile =
  | {
      readonly ok: true;
      readonly comparison: Comparison;
      readonly told: readonly ToldCount[];
      /** Totals in the file that its ballots do not bear out. */
      readonly doubts: readonly Mistake[];
      readonly moreDoubts: number;
    }
  | { readonly ok: false; readonly mistakes: readonly Mistake[]; readonly more: number };

/** More mistakes than this help nobody. */
const mostMistakes = 20;

export function compareFile(text: string, told: RuleName): ComparedFile {
  const read = readPabulib(text);
  if (!read.ok) {
    const shown = read.mistakes.slice(0, mostMistakes);
    return { ok: false, mistakes: shown, more: read.mistakes.length - shown.length };
  }
  const { election } = read.vote;
  const comparison = compareRules(read.vote);
  const stories = [...new Set<RuleName>([told, 'greedy'])].map((name) => {
    const { outcome, rule } = tried(election, triedRule(read.vote, name));
    const endowment = comparison.rules.find((one) => one.name === name)?.endowment ?? null;
    return toldCount(election, rule, outcome, endowment);
  });
  const doubts = read.vote.doubts.slice(0, mostMistakes);
  return { ok: true, comparison, told: stories, doubts, moreDoubts: read.vote.doubts.length - doubts.length };
}
