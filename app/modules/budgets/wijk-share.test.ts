import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents } from '#app/kernel/money.ts';
import { addGrants, grantSums, shareOverWijken } from './wijk-share.ts';

const sums = (granted: number, paid: number, released: number) =>
  grantSums(cents(granted), cents(paid), cents(released));

describe('money per wijk', () => {
  it.each([
    ['one wijk', ['FA'], false, { FA: 100 }],
    ['three wijken: the cent goes to the first', ['FC', 'FA', 'FB'], false, { FA: 34, FB: 33, FC: 33 }],
    ['two buurten of one wijk count once', ['FA', 'FA', 'FB'], false, { FA: 50, FB: 50 }],
    ['the whole district is not divided', ['FA', 'FB'], true, { 'heel-nieuw-west': 100 }],
    ['no place', [], false, { 'geen-plek': 100 }],
  ])('%s', (_what, wijken, wholeDistrict, expected) => {
    const shares = shareOverWijken(sums(100, 0, 0), { wijken, wholeDistrict });
    expect(Object.fromEntries([...shares].map(([place, { granted }]) => [place, granted]))).toEqual(expected);
  });

  it('adds up to the decision, and no wijk has less than nothing left', () => {
    const amounts = fc.tuple(fc.nat(1e6), fc.nat(1e6), fc.nat(1e6));
    fc.assert(
      fc.property(
        amounts,
        fc.array(fc.constantFrom('FA', 'FB', 'FC', 'FD', 'FE'), { minLength: 1 }),
        ([open, paid, released], wijken) => {
          const whole = sums(open + paid + released, paid, released);
          const parts = [...shareOverWijken(whole, { wijken, wholeDistrict: false }).values()];
          expect(addGrants(parts)).toEqual(whole);
          for (const part of parts) for (const amount of Object.values(part)) expect(amount).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
