import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents } from '#app/kernel/money.ts';
import { fewestBehindNumber } from './claim.ts';
import { publicFigures, type Figure, type MonthCost } from './public-figures.ts';

const people = (...names: string[]) => new Set(names);
const crowd = (size: number, prefix = 'p') => new Set(Array.from({ length: size }, (_, index) => `${prefix}${index}`));
const month = (name: string, who: ReadonlySet<string>): MonthCost => ({
  month: name,
  amount: cents(who.size * 1000),
  people: who,
});
const one = (...months: MonthCost[]) => publicFigures([{ activity: { areaCode: 'FA' }, months }]);
const monthsShown = (figures: ReturnType<typeof one>) =>
  figures.areas[0]?.activities[0]?.months.map(({ figure }) => figure?.people ?? null);

describe('a small number', () => {
  it.each([
    [4, null],
    [5, 5],
  ])('of %i people', (size, shown) => {
    const figures = one(month('2026-01', crowd(size)));
    expect(figures.figure?.people ?? null).toBe(shown);
    expect(monthsShown(figures)).toEqual([shown]);
  });

  it('takes the next smallest along, so that it cannot be computed from the total', () => {
    const figures = one(month('2026-01', crowd(9)), month('2026-02', crowd(6)), month('2026-03', crowd(1, 'q')));
    expect(monthsShown(figures)).toEqual([9, null, null]);
    expect(figures.areas[0]?.activities[0]?.figure).toEqual({ amount: 16_000, people: 10 });
  });

  it('needs no company where enough different people are hidden', () => {
    const figures = one(month('2026-01', crowd(9)), month('2026-02', crowd(3, 'a')), month('2026-03', crowd(2, 'b')));
    expect(monthsShown(figures)).toEqual([9, null, null]);
    expect(figures.figure?.people).toBe(14);
    // the same person twice is one person
    expect(monthsShown(one(month('1', crowd(9)), month('2', people('a')), month('3', people('a'))))).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('of one activity keeps the total of its wijk and of everything from view', () => {
    const figures = publicFigures([
      { activity: { areaCode: 'FA' }, months: [month('2026-01', crowd(8))] },
      { activity: { areaCode: 'FA' }, months: [month('2026-01', crowd(2, 'q'))] },
      { activity: { areaCode: null }, months: [month('2026-01', crowd(7, 'r'))] },
    ]);
    expect(figures.areas.map(({ figure }) => figure?.people ?? null)).toEqual([null, 7]);
    expect(figures.areas[0]?.activities.map(({ figure }) => figure?.people ?? null)).toEqual([8, null]);
    expect(figures.figure).toBeNull();
  });
});

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l');
const costs = fc.array(
  fc.record({
    activity: fc.record({ areaCode: fc.constantFrom('FA', 'FB', null) }),
    months: fc.array(fc.uniqueArray(name, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 3 },
);

/** Whether a number is a sum of shown ones, each taken any (also negative, also broken) number of times: by elimination. */
function canCompute(shown: readonly number[][], wanted: readonly number[]): boolean {
  const rows = shown.map((row) => [...row]);
  const target = [...wanted];
  let pivot = 0;
  for (let column = 0; column < target.length; column += 1) {
    const found = rows.findIndex((row, index) => index >= pivot && Math.abs(row[column] ?? 0) > 1e-9);
    if (found < 0) continue;
    const [row] = rows.splice(found, 1);
    if (row === undefined) continue;
    rows.splice(pivot, 0, row);
    const reduce = (other: number[]) => {
      const times = (other[column] ?? 0) / (row[column] ?? 1);
      for (let at = column; at < other.length; at += 1) other[at] = (other[at] ?? 0) - times * (row[at] ?? 0);
    };
    for (const other of rows.slice(pivot + 1)) reduce(other);
    reduce(target);
    pivot += 1;
  }
  return target.every((value) => Math.abs(value) < 1e-9);
}

it('whatever is added and subtracted, nothing comes out that fewer than five people are behind', () => {
  fc.assert(
    fc.property(costs, (drawn) => {
      const given = drawn.map(({ activity, months }) => ({
        activity,
        months: months.map((who, index) => month(`2026-0${index + 1}`, new Set(who))),
      }));
      const cells = given.flatMap(({ months }, at) => months.map((cell, of) => ({ at, of, people: cell.people })));
      const figures = publicFigures(
        given.map(({ activity, months }, at) => ({ activity: { ...activity, at }, months })),
      );
      const shown: number[][] = [];
      const add = (figure: Figure, holds: (cell: { at: number; of: number }) => boolean) => {
        if (figure !== null) shown.push(cells.map((cell) => (holds(cell) ? 1 : 0)));
      };
      add(figures.figure, () => true);
      for (const area of figures.areas) {
        const inArea = new Set(area.activities.map(({ activity }) => activity.at));
        add(area.figure, ({ at }) => inArea.has(at));
        for (const { activity, figure, months } of area.activities) {
          add(figure, ({ at }) => at === activity.at);
          for (const [index, { figure: own }] of months.entries())
            add(own, ({ at, of }) => at === activity.at && of === index);
        }
      }
      for (let subset = 1; subset < 2 ** cells.length; subset += 1) {
        const chosen = cells.filter((_, index) => (subset >> index) % 2 === 1);
        const behind = new Set(chosen.flatMap((cell) => [...cell.people]));
        if (behind.size >= fewestBehindNumber) continue;
        const wanted = cells.map((_, index) => (subset >> index) % 2);
        expect(canCompute(shown, wanted), JSON.stringify({ drawn: drawn.length, wanted })).toBe(false);
      }
    }),
    { numRuns: 150 },
  );
});

it('an activity with enough people always shows what it cost, exactly', () => {
  fc.assert(
    fc.property(costs, (drawn) => {
      for (const { months } of drawn) {
        const given = months.map((who, index) => month(`2026-0${index + 1}`, new Set(who)));
        const behind = new Set(months.flat()).size;
        const total = given.reduce((sum, { amount }) => sum + amount, 0);
        const { figure } = publicFigures([{ activity: { areaCode: null }, months: given }]);
        expect(figure).toEqual(behind < fewestBehindNumber ? null : { amount: total, people: behind });
      }
    }),
  );
});
