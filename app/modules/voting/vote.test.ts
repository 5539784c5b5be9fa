import { expect, test } from 'vitest';
import { instant } from '#app/kernel/instant.ts';
import { canMove, dueMove, voteStates, type VoteMove } from './vote.ts';

test('from each state only the moves of the table', () => {
  const all: VoteMove[] = ['announce', 'open', 'close', 'count', 'conclude', 'cancel'];
  const table = Object.fromEntries(voteStates.map((state) => [state, all.filter((move) => canMove(state, move))]));
  expect(table).toEqual({
    draft: ['announce', 'cancel'],
    announced: ['open', 'cancel'],
    open: ['close', 'cancel'],
    closed: ['count', 'cancel'],
    counted: ['conclude'],
    concluded: [],
    cancelled: [],
  });
});

test.each([
  ['announced', '2026-12-01T08:59:59Z', null],
  ['announced', '2026-12-01T09:00:00Z', 'open'],
  ['open', '2026-12-14T22:59:59Z', null],
  ['open', '2026-12-14T23:00:00Z', 'close'],
  ['draft', '2027-01-01T00:00:00Z', null],
  ['cancelled', '2027-01-01T00:00:00Z', null],
] as const)('the clock on %s at %s', (state, now, expected) => {
  const vote = { state, opensAt: instant('2026-12-01T09:00:00Z'), closesAt: instant('2026-12-14T23:00:00Z') };
  expect(dueMove(vote, instant(now))).toBe(expected);
});
