import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cents } from '#app/kernel/money.ts';
import { addFractions, fraction } from '#app/kernel/fraction.ts';
import { categoriesOf, electionFrom, plainVotes, votesWithCategories } from '#tests/counting/votes.ts';
import { textbookRun } from '#tests/counting/textbook.ts';
import { count, type Rule } from './count.ts';
import { costOf } from './election.ts';
import { completions } from './equal-shares/completion.ts';
import { explain } from './explain.ts';

const near = (amount: number, exact: { numerator: bigint; denominator: bigint }) =>
  Math.abs(amount - Number(exact.numerator) / Number(exact.denominator)) <= 0.5 + 1e-9;

test.each(completions)('adds up to the cent and says what the textbook says: %s', (completion) => {
  fc.assert(
    fc.property(fc.oneof(plainVotes('any'), votesWithCategories('any')), (vote) => {
      const lots = vote.costs.map((_, project) => project);
      const method = { name: 'equal-shares', completion } as const;
      const rule: Rule = { method, minimumVotes: 1, lots: [lots], categories: categoriesOf(vote) };
      const election = electionFrom(vote);
      const outcome = count(election, rule);
      if (!outcome.ok) throw new Error('lots break every tie');
      const told = explain(election, rule, outcome);
      const endowment = outcome.endowment ?? fraction(0);
      const { paid, purses } = textbookRun(vote, endowment, (tied) => Math.min(...tied));

      expect(told.rounds.map(({ project }) => project)).toEqual(outcome.bought);
      expect(told.leftOver.filter(({ bought }) => bought).map(({ project }) => project)).toEqual(outcome.added);
      expect(told.spent + told.leftOfBudget).toBe(vote.budget);
      const began = told.began ?? 0;
      expect(told.rounds.reduce((left, { project }) => left - (vote.costs[project] ?? 0), began)).toBe(told.unspent);
      expect(told.unspent).toBeGreaterThanOrEqual(0);
      const last = new Set(told.rounds.map(({ project }) => project));
      for (const { project, missing } of told.missed) {
        const left = purses.filter((_, voter) => vote.ballots[voter]?.includes(project));
        const together = left.reduce(addFractions, fraction(0));
        expect(last.has(project)).toBe(false);
        expect(missing).toBe((vote.costs[project] ?? 0) - Number(together.numerator / together.denominator));
        expect(missing).toBeGreaterThan(0);
      }
      told.rounds.forEach(({ project, share, inFull, gaveAll, hadNothing, others, noRoom }, round) => {
        expect(inFull.together + gaveAll.together).toBe(vote.costs[project]);
        expect(inFull.voters + gaveAll.voters + hadNothing).toBe(election.votes[project]);
        const pays = paid[round] ?? [];
        const most = pays.reduce((a, b) => (a.numerator * b.denominator > b.numerator * a.denominator ? a : b));
        expect(near(share, most)).toBe(true);
        expect(pays.filter(({ numerator }) => numerator > 0n)).toHaveLength(inFull.voters + gaveAll.voters);
        expect(most.numerator * endowment.denominator <= endowment.numerator * most.denominator).toBe(true);
        const later = vote.costs.flatMap((_, other) =>
          (election.votes[other] ?? 0) > 0 && !outcome.bought.slice(0, round + 1).includes(other) ? [other] : [],
        );
        expect(others.map((other) => other.project)).toEqual(later.filter((other) => !noRoom.includes(other)));
        expect(later).toEqual(expect.arrayContaining([...noRoom]));
      });
      // who is passed over for good is said once, in the round that did it, or was too dear from the start
      const shutIn = told.rounds.flatMap(({ shuts }) => shuts.map(({ project }) => project));
      const fromTheStart = told.rounds[0]?.noRoom ?? [];
      expect(new Set(shutIn).size).toBe(shutIn.length);
      if (told.rounds.length > 0)
        expect(told.shut.map(({ project }) => project).sort()).toEqual([...shutIn, ...fromTheStart].sort());
      for (const { project, category, left } of told.shut) {
        const { projects = [], budget = 0 } = categoriesOf(vote)[category] ?? {};
        const spent = outcome.bought.filter((one) => projects.includes(one));
        expect(left).toBe(budget - costOf(election, spent));
        expect(vote.costs[project]).toBeGreaterThan(left);
      }
    }),
    { numRuns: 200 },
  );
});

test('whose last money was exactly a full share has nothing, and is not said to give it', () => {
  // Everybody begins with € 3: four pay € 3 each for the first project, and one of these wants the second one too.
  const vote = { budget: 1500, costs: [1200, 100], ballots: [[0], [0], [0], [0, 1], [1]] };
  const rule: Rule = { method: { name: 'equal-shares', completion: 'none' }, minimumVotes: 1, lots: [] };
  const election = electionFrom(vote);
  const outcome = count(election, rule);
  if (!outcome.ok) throw new Error('no tie here');
  expect(explain(election, rule, outcome).rounds).toMatchObject([
    { project: 0, inFull: { voters: 4, together: 1200 }, gaveAll: { voters: 0, together: 0 }, hadNothing: 0 },
    { project: 1, inFull: { voters: 1, together: 100 }, gaveAll: { voters: 0, together: 0 }, hadNothing: 1 },
  ]);
});

test('says why another was not bought', () => {
  const vote = { budget: 1000, costs: [400, 500, 600], ballots: [[0, 1], [0, 1], [0, 1], [2], []] };
  const rule: Rule = { method: { name: 'equal-shares', completion: 'none' }, minimumVotes: 1, lots: [] };
  const election = electionFrom(vote);
  const outcome = count(election, rule);
  if (!outcome.ok) throw new Error('no tie here');
  expect(explain(election, rule, outcome)).toMatchObject({
    began: 1000,
    rounds: [
      {
        project: 0,
        share: 133,
        effective: 300,
        inFull: { voters: 3, together: 400 },
        gaveAll: { voters: 0, together: 0 },
        hadNothing: 0,
        others: [
          { project: 1, why: 'equal', share: 167, effective: 300 },
          { project: 2, why: 'cannot-pay', missing: 400 },
        ],
      },
    ],
    missed: [
      { project: 1, missing: 300 },
      { project: 2, missing: 400 },
    ],
    unspent: 600,
    leftOver: [],
    spent: 400,
    leftOfBudget: 600,
  });
});

test('says whose category has no money left, in a round and after them', () => {
  const vote = { budget: 1000, costs: [400, 300, 200], ballots: [[0, 1, 2], [0, 1], [0], [2], []] };
  const categories = [{ projects: [0, 1], budget: cents(600) }];
  const method = { name: 'equal-shares', completion: 'utilitarian' } as const;
  const rule: Rule = { method, minimumVotes: 1, lots: [], categories };
  const election = electionFrom(vote);
  const outcome = count(election, rule);
  if (!outcome.ok) throw new Error('no tie here');
  const { rounds, shut, leftOver } = explain(election, rule, outcome);
  expect(rounds).toMatchObject([
    { project: 0, noRoom: [], shuts: [{ project: 1, category: 0, left: 200 }] },
    { project: 2, noRoom: [1], shuts: [], others: [] },
  ]);
  expect(shut).toEqual([{ project: 1, category: 0, left: 200 }]);
  expect(leftOver).toEqual([
    { project: 1, left: 400, bought: false, why: 'category', full: { category: 0, left: 200 } },
  ]);
});

test('tells what greedy looked at, with what was left', () => {
  const vote = { budget: 500, costs: [400, 300, 100], ballots: [[0], [0], [0], [1], [1], [2]] };
  const rule: Rule = { method: { name: 'greedy' }, minimumVotes: 1, lots: [] };
  const election = electionFrom(vote);
  const outcome = count(election, rule);
  if (!outcome.ok) throw new Error('no tie here');
  expect(explain(election, rule, outcome)).toMatchObject({
    began: null,
    rounds: [],
    leftOver: [
      { project: 0, left: 500, bought: true },
      { project: 1, left: 100, bought: false },
      { project: 2, left: 100, bought: true },
    ],
    leftOfBudget: 0,
  });
});
