import { expect, test } from 'vitest';
import { inParallel, timingOf } from './timing.ts';

test('percentiles are of what was measured, in whatever order it came', () => {
  const times = Array.from({ length: 100 }, (_, at) => 100 - at);
  expect(timingOf(times, 2)).toEqual({ times: 100, perSecond: 50, p50: 51, p95: 96, p99: 100 });
});

test('work is done so many at a time, and what warms up does not count', async () => {
  let [now, most] = [0, 0];
  const rounds: number[] = [];
  const timing = await inParallel({ parallel: 3, seconds: 0.05, warm: 0.02 }, async (round) => {
    rounds.push(round);
    most = Math.max(most, (now += 1));
    await new Promise((resolve) => setTimeout(resolve, 2));
    now -= 1;
  });
  expect(most).toBe(3);
  expect(new Set(rounds).size).toBe(rounds.length);
  expect(timing.times).toBeLessThan(rounds.length);
});
