import { describe, expect, it } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { currentCall, standingOf, type CallStanding, type CallState } from './call.ts';

const call = (state: CallState) => ({
  state,
  opensOn: calendarDate('2026-10-01'),
  closesOn: calendarDate('2026-11-30'),
});

describe('how a call stands', () => {
  it.each([
    ['open', '2026-09-30', 'coming'],
    ['open', '2026-10-01', 'open'],
    ['open', '2026-11-30', 'open'],
    ['open', '2026-12-01', 'to-close'],
    ['closed', '2026-12-01', 'closed'],
    ['decided', '2026-11-01', 'decided'],
  ] as const)('%s on %s: %s', (state, today, standing) => {
    expect(standingOf(call(state), calendarDate(today))).toBe(standing);
  });
});

describe('the call without a year', () => {
  it.each<[CallStanding[], number | null]>([
    [[], null],
    [['decided', 'decided'], 0],
    [['coming', 'open', 'decided'], 1],
    [['coming', 'closed'], 0],
  ])('of %j is number %s', (standings, index) => {
    const calls = standings.map((standing, position) => ({ standing, position }));
    expect(currentCall(calls)?.position ?? null).toBe(index);
  });
});
