import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import { amountOf, passesNorm, roomUnder, ruleOn, type AllowanceRule } from './allowance-rule.ts';

const rule = (startsOn: string, month: number): AllowanceRule => ({
  startsOn: calendarDate(startsOn),
  month: cents(month),
  year: cents(month * 10),
  hour: cents(575),
  hourYoung: cents(340),
  source: 'wet',
  toConfirm: '',
});
const rules = [rule('2025-01-01', 210_00), rule('2026-01-01', 220_00), rule('2024-01-01', 210_00)];

describe('the rule of a day', () => {
  it.each([
    ['2023-12-31', null],
    ['2024-01-01', '2024-01-01'],
    ['2025-12-31', '2025-01-01'],
    ['2026-01-01', '2026-01-01'],
    ['2028-02-29', '2026-01-01'],
  ])('on %s is that of %s', (day, startsOn) => {
    expect(ruleOn(rules, calendarDate(day))?.startsOn ?? null).toBe(startsOn);
  });

  it('is the last one that was added for the same day', () => {
    expect(ruleOn([...rules, rule('2026-01-01', 230_00)], calendarDate('2026-05-01'))?.month).toBe(230_00);
  });
});

describe('what is left', () => {
  it.each([
    [0, 0, 0, 220_00, 2200_00, 220_00],
    [219_99, 219_99, 0, 1, 1980_01, 1],
    [220_00, 220_00, 0, 0, 1980_00, 0],
    [0, 2199_99, 0, 220_00, 1, 1],
    [0, 100_00, 2100_00, 220_00, 0, 0],
    [0, 0, 2500_00, 220_00, 0, 0],
  ])('after %i this month, %i this year and %i elsewhere', (month, year, elsewhere, leftOfMonth, leftOfYear, left) => {
    const received = { month: cents(month), year: cents(year), elsewhere: cents(elsewhere) };
    expect(roomUnder(rule('2026-01-01', 220_00), received)).toEqual({ month: leftOfMonth, year: leftOfYear, left });
  });
});

describe('what hours are worth', () => {
  it.each([
    [60, 575, 575],
    [15, 575, 144],
    [45, 575, 431],
    [30, 575, 288],
    [5, 340, 28],
    [1440, 575, 13_800],
  ])('%i minutes at %i cents', (minutes, rate, amount) => {
    expect(amountOf(minutes, cents(rate))).toBe(amount);
  });

  it('is never more than half a cent beside the exact amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 288 }), fc.integer({ min: 1, max: 10_000 }), (fives, rate) => {
        expect(Math.abs(amountOf(fives * 5, cents(rate)) - (fives * 5 * rate) / 60)).toBeLessThanOrEqual(0.5);
      }),
    );
  });
});

it('passes the norm when one of the rates does', () => {
  const norm = rule('2026-01-01', 220_00);
  expect(passesNorm(norm, { hour: cents(575), hourYoung: cents(340) })).toBe(false);
  expect(passesNorm(norm, { hour: cents(576), hourYoung: cents(340) })).toBe(true);
  expect(passesNorm(norm, { hour: cents(575), hourYoung: cents(341) })).toBe(true);
});
