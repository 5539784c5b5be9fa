import type { Fraction } from '#app/kernel/fraction.ts';
import { firstOfEquals, type Lots, type Tie } from '../tie.ts';
import type { Prepared } from './prepared.ts';
import { runAt, type Run } from './run.ts';

/** Beyond so many ways to break ties nobody looks whether they all end the same: it counts as a tie. */
const mostRuns = 256;

/** Every outcome that one endowment can have, by how ties that the rule leaves open are broken. */
export type Branches = {
  /** With different winners each; the first is where the project that is first in the list goes first. */
  readonly runs: readonly [Run, ...Run[]];
  /** Null when the winners are the same whoever goes first. */
  readonly tie: Tie | null;
};

/** A tie matters only when it changes who wins: all ways to break it are tried. */
export function branchesAt(vote: Prepared, endowment: Fraction, lots: Lots): Branches {
  const attempt = (forced: readonly number[]) => {
    let open = 0;
    const choices: number[] = [];
    const run = runAt(vote, endowment, (equals) => {
      const first = firstOfEquals(vote.election, equals, lots);
      const [only = 0] = first;
      if (first.length === 1) return { project: only, equals: null };
      const project = forced[open] ?? only;
      open += 1;
      choices.push(project);
      return { project, equals: first };
    });
    return { run, choices };
  };
  const begin = attempt([]);
  const runs: [Run, ...Run[]] = [begin.run];
  const known = new Set([winnersOf(begin.run)]);
  const cents = Number(endowment.numerator / endowment.denominator);
  let tie: Tie | null = null;
  let tried = 1;
  const waiting = [{ ...begin, fixed: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (let at = next.fixed; at < next.choices.length; at += 1) {
      const equals = next.run.equals[at] ?? [];
      for (const other of equals) {
        if (other === next.choices[at]) continue;
        tried += 1;
        if (tried > mostRuns) return { runs, tie: tie ?? { projects: equals, endowment: cents } };
        const branch = attempt([...next.choices.slice(0, at), other]);
        waiting.push({ ...branch, fixed: at + 1 });
        if (known.has(winnersOf(branch.run))) continue;
        known.add(winnersOf(branch.run));
        runs.push(branch.run);
        tie ??= { projects: equals, endowment: cents };
      }
    }
  }
  return { runs, tie };
}

/** Who wins, as a text that is the same for the same projects. */
export function winnersOf({ bought }: Run): string {
  return [...bought].sort((one, other) => one - other).join(',');
}
