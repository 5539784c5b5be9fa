import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cents } from '#app/kernel/money.ts';
import { checkBallot, standingOf, tidyChoices } from './ballot.ts';
import type { BallotRule } from './vote.ts';

const projects = [
  { number: 1, cost: cents(400_00) },
  { number: 2, cost: cents(300_00) },
  { number: 5, cost: cents(300_00) },
];
const amount = cents(700_00);
const approval: BallotRule & { amount: typeof amount } = { ballot: 'approval', atMost: null, amount };

test.each([
  [approval, [5, 1], [1, 5]],
  [approval, [1, 2, 5], [1, 2, 5]],
  [approval, [2, 2], [2]],
  [approval, [], 'nothing-chosen'],
  [approval, [3], 'choice-unknown'],
  [{ ...approval, ballot: 'at-most' as const, atMost: 2 }, [1, 2], [1, 2]],
  [{ ...approval, ballot: 'at-most' as const, atMost: 2 }, [1, 2, 5], 'too-many-chosen'],
  [{ ...approval, ballot: 'fill-budget' as const }, [1, 2], [1, 2]],
  [{ ...approval, ballot: 'fill-budget' as const }, [1, 2, 5], 'over-budget'],
])('%o with %o', (rule, choices, expected) => {
  const checked = checkBallot(rule, projects, choices);
  expect(checked.ok ? checked.value : checked.reason).toEqual(expected);
});

test('what is left', () => {
  expect(standingOf({ ...approval, ballot: 'fill-budget' }, projects, [1, 5])).toEqual({
    chosen: 2,
    cost: 700_00,
    choicesLeft: null,
    moneyLeft: 0,
  });
  expect(standingOf({ ...approval, ballot: 'at-most', atMost: 3 }, projects, [2]).choicesLeft).toBe(2);
});

test('the order in which somebody chose is not kept', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(40)), fc.nat(), (choices, turn) => {
      const turned = [...choices.slice(turn % (choices.length + 1)), ...choices.slice(0, turn % (choices.length + 1))];
      expect(tidyChoices(turned)).toEqual(tidyChoices(choices));
    }),
  );
});
