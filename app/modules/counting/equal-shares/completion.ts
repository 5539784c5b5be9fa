import { fraction, type Fraction } from '#app/kernel/fraction.ts';
import { roomAfter } from '../category.ts';
import { costOf } from '../election.ts';
import { greedily } from '../greedy.ts';
import type { Lots, Tie } from '../tie.ts';
import { branchesAt, winnersOf, type Branches } from './branches.ts';
import type { Prepared } from './prepared.ts';
import type { Run } from './run.ts';
import { sameUntil } from './skip.ts';

/**
 * What is done with money that Equal Shares leaves: nothing; everybody begins with one euro more, for as long as that stays in the
 * budget (`add1`); that, and then the most votes first (`add1u`); or only the most votes first (`utilitarian`).
 */
export const completions = ['none', 'add1', 'add1u', 'utilitarian'] as const;
export type Completion = (typeof completions)[number];

/** One euro: endowments of `add1` are whole euros. */
const step = 100;

type Settled = { readonly ok: true; readonly endowment: Fraction; readonly run: Run } | NoneYet;
type NoneYet = { readonly ok: false; readonly tie: Tie };

/**
 * @returns what Equal Shares buys and what is added after it, each in order, and what every voter began with in cents
 */
export function equalShares(
  vote: Prepared,
  completion: Completion,
  lots: Lots,
):
  | {
      readonly ok: true;
      readonly endowment: Fraction;
      readonly bought: readonly number[];
      readonly added: readonly number[];
    }
  | NoneYet {
  const { election } = vote;
  const voters = Math.max(1, election.voters);
  const raise = completion === 'add1' || completion === 'add1u';
  const settled = raise
    ? raised(vote, lots)
    : settle(fraction(election.budget, voters), branchesAt(vote, fraction(election.budget, voters), lots));
  if (!settled.ok) return settled;
  const { endowment, run } = settled;
  if (completion === 'none' || completion === 'add1') return { ok: true, endowment, bought: run.bought, added: [] };
  const rest = greedily(vote, run.bought, lots);
  return rest.ok ? { ok: true, endowment, bought: run.bought, added: rest.added } : rest;
}

/**
 * From the whole euros of an equal part on, one euro more each time, until nothing that is left fits in the budget or the next
 * outcome would pass it. A tie on the way stops the count only when it changes where that is.
 */
function raised(vote: Prepared, lots: Lots): Settled {
  const { election } = vote;
  let cents = Math.floor(election.budget / Math.max(1, election.voters) / step) * step;
  let here = branchesAt(vote, fraction(cents), lots);
  // looking for how long nothing changes takes as long as a run: not after each that did change something
  let isSame = false;
  for (;;) {
    const full = here.runs.map((run) => isExhaustive(vote, run));
    if (full.every(Boolean)) return settle(fraction(cents), here);
    if (here.tie !== null && full.some(Boolean)) return { ok: false, tie: here.tie };
    cents = isSame ? sameUntil(vote, cents, step) : cents;
    const next = branchesAt(vote, fraction(cents + step), lots);
    const over = next.runs.map(({ bought }) => costOf(election, bought) > election.budget);
    if (over.every(Boolean)) return settle(fraction(cents), here);
    if (next.tie !== null && over.some(Boolean)) return { ok: false, tie: next.tie };
    cents += step;
    isSame = winnersOf(next.runs[0]) === winnersOf(here.runs[0]);
    here = next;
  }
}

function settle(endowment: Fraction, { runs: [run], tie }: Branches): Settled {
  return tie === null ? { ok: true, endowment, run } : { ok: false, tie };
}

function isExhaustive({ election, candidates, categories }: Prepared, { bought }: Run): boolean {
  const left = election.budget - costOf(election, bought);
  const paid = new Set(bought);
  const hasRoom = roomAfter(election, categories, bought);
  return candidates.every(
    (project) => paid.has(project) || (election.projects[project]?.cost ?? 0) > left || !hasRoom(project),
  );
}
