import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import { blockOf, spendingNumber, type SpendingStanding } from './spending.ts';

const ready: SpendingStanding = {
  amount: cents(500_00),
  threshold: cents(500_00),
  available: cents(500_00),
  openObjections: 0,
  consents: 3,
  seats: 2,
  unanswered: 0,
  today: calendarDate('2026-11-21'),
  closesOn: calendarDate('2026-11-28'),
};

describe('a small spending', () => {
  test.each<[string, Partial<SpendingStanding>, ReturnType<typeof blockOf>]>([
    ['at the threshold, agreed by everybody', {}, null],
    ['a cent above the threshold', { amount: cents(500_01), available: cents(900_00) }, 'above-threshold'],
    ['with an open objection', { openObjections: 1 }, 'objection-open'],
    ['with two consents', { consents: 2 }, 'consents-missing'],
    ['with three consents of one household', { seats: 1 }, 'consents-missing'],
    ['while somebody can still answer', { unanswered: 1 }, 'period-running'],
    ['on the last day', { unanswered: 1, today: ready.closesOn }, 'period-running'],
    ['the day after', { unanswered: 1, today: calendarDate('2026-11-29') }, null],
    ['out of a fund that holds a cent too little', { available: cents(499_99) }, 'fund-exhausted'],
  ])('%s', (_what, given, block) => expect(blockOf({ ...ready, ...given })).toBe(block));

  it('never passes with an objection, however many consent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(99), fc.nat(99), (openObjections, consents, seats) => {
        expect(blockOf({ ...ready, openObjections, consents, seats })).toBe('objection-open');
      }),
    );
  });
});

describe('its number', () => {
  it('has a year and at least four digits', () => {
    expect(spendingNumber(2026, 7)).toBe('K2026-0007');
    expect(spendingNumber(2026, 12345)).toBe('K2026-12345');
    expect(() => spendingNumber(2026, 0)).toThrow(RangeError);
  });
});
