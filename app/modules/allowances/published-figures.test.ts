import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import { fewestBehindNumber } from './claim.ts';
import {
  cellsOf,
  firstMonthFor,
  publicationDay,
  publishedFigures,
  type Cell,
  type Pending,
} from './published-figures.ts';

const day = calendarDate;

it.each([
  ['2026-10-01', '2026-11-08'],
  ['2026-12-01', '2027-01-08'],
  ['2028-02-01', '2028-03-08'],
])('%s is published on %s', (month, published) => {
  expect(publicationDay(day(month))).toBe(published);
});

it.each([
  ['2026-10-31', '2026-10-31', '2026-10-01'],
  ['2026-10-31', '2026-11-07', '2026-10-01'],
  ['2026-10-31', '2026-11-08', '2026-11-01'],
  // approved in the first days of the month in which it was worked
  ['2026-11-02', '2026-11-03', '2026-11-01'],
  ['2025-12-01', '2026-11-20', '2026-11-01'],
])('work of %s that was approved on %s counts with the month of %s', (worked, approvedOn, month) => {
  expect(firstMonthFor({ day: day(worked), approvedOn: day(approvedOn) })).toBe(month);
});

let claims = 0;
const pending = (who: string, given: Partial<Pending> = {}): Pending => ({
  activityId: 'soup',
  areaCode: 'FA',
  isOver: false,
  claims: [...who].map((personId) => ({ id: String((claims += 1)), personId, amount: cents(1000) })),
  ...given,
});
const shape = (cells: readonly Cell[]) =>
  cells.map(({ activityId, areaCode, amount, people }) => [activityId, areaCode, amount, people]);

describe('what is published', () => {
  it.each([
    ['abcd', []],
    ['abcda', []],
    ['abcde', [['soup', null, 5000, 5]]],
    ['abcdea', [['soup', null, 6000, 5]]],
  ])('of %s', (who, cells) => {
    expect(shape(cellsOf([pending(who)]))).toEqual(cells);
  });

  it('goes together with others of the wijk when the activity is over, or waits', () => {
    const over = { isOver: true };
    const few = [
      pending('ab', { activityId: 'one', ...over }),
      pending('bc', { activityId: 'two', ...over }),
      pending('xyzq', { activityId: 'elsewhere', areaCode: 'FB', ...over }),
      pending('de', { activityId: 'goes-on' }),
    ];
    expect(cellsOf(few)).toEqual([]);
    expect(shape(cellsOf([...few, pending('de', { activityId: 'three', ...over })]))).toEqual([[null, 'FA', 6000, 5]]);
  });
});

const person = fc.constantFrom(...Array.from('abcdefghij'));
/** Rounds of approvals, each followed by a publication. */
const rounds = fc.array(
  fc.array(
    fc.record({
      activityId: fc.constantFrom('one', 'two', 'three'),
      personId: person,
      amount: fc.integer({ min: 1, max: 9999 }),
    }),
    { maxLength: 14 },
  ),
  { minLength: 2, maxLength: 6 },
);
const over = fc.record({
  one: fc.option(fc.nat(5), { nil: 99 }),
  two: fc.option(fc.nat(5), { nil: 99 }),
  three: fc.option(fc.nat(5), { nil: 99 }),
});
const areas = { one: 'FA', two: 'FA', three: null };

it('no two published states, subtracted, are about fewer than five people, nor is any number in them', () => {
  fc.assert(
    fc.property(rounds, over, (drawn, overFrom) => {
      const all = new Map<string, { activityId: 'one' | 'two' | 'three'; personId: string; amount: number }>();
      const done = new Set<string>();
      const cells: (Cell & { round: number })[] = [];
      const states = drawn.map((approved, round) => {
        for (const [index, claim] of approved.entries()) all.set(`${String(round)}-${String(index)}`, claim);
        const open = [...all].filter(([id]) => !done.has(id));
        const fresh = cellsOf(
          (['one', 'two', 'three'] as const).map((activityId) => ({
            activityId,
            areaCode: areas[activityId],
            isOver: round >= overFrom[activityId],
            claims: open
              .filter(([, claim]) => claim.activityId === activityId)
              .map(([id, { personId, amount }]) => ({ id, personId, amount: cents(amount) })),
          })),
        );
        for (const cell of fresh) {
          for (const id of cell.claimIds) {
            expect(done.has(id)).toBe(false);
            done.add(id);
          }
          cells.push({ ...cell, round });
        }
        const month = (of: number) => day(`2026-0${String(of + 1)}-01`);
        return publishedFigures(
          cells.map(({ activityId, areaCode, amount, people, round: of }) => {
            const shown = { month: month(of), amount, people };
            if (activityId === null) return { ...shown, activity: null, areaCode };
            return { ...shown, activity: { slug: activityId }, areaCode: areas[activityId as 'one'] };
          }),
        );
      });
      for (const { claimIds, people, amount } of cells) {
        const behind = claimIds.map((id) => all.get(id));
        expect(new Set(behind.map((claim) => claim?.personId)).size).toBe(people);
        expect(people).toBeGreaterThanOrEqual(fewestBehindNumber);
        expect(behind.reduce((sum, claim) => sum + (claim?.amount ?? 0), 0)).toBe(amount);
      }
      // what came between two states are whole cells, wherever somebody looks
      const total = (until: number, holds: (cell: Cell) => boolean) =>
        cells.filter((cell) => cell.round <= until && holds(cell)).reduce((sum, { amount }) => sum + amount, 0);
      for (const [round, state] of states.entries()) {
        expect(state.amount).toBe(total(round, () => true));
        for (const area of state.areas) {
          const inArea = ({ activityId, areaCode }: Cell) =>
            (activityId === null ? areaCode : areas[activityId as 'one']) === area.areaCode;
          expect(area.amount).toBe(total(round, inArea));
          for (const { activity, amount, months } of area.activities) {
            expect(amount).toBe(total(round, ({ activityId }) => activityId === activity.slug));
            const before = states[round - 1]?.areas
              .flatMap(({ activities }) => activities)
              .find((one) => one.activity.slug === activity.slug);
            // a month that was published stays as it was
            expect(months.slice(0, before?.months.length ?? 0)).toEqual(before?.months ?? []);
          }
        }
      }
    }),
    { numRuns: 300 },
  );
});
