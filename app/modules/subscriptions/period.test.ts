import fc from 'fast-check';
import { expect, it } from 'vitest';
import { duePeriod } from './period.ts';

const at = (text: string) => new Date(text);

it.each([
  // winter: 7:00 in Amsterdam is 6:00 UTC
  ['daily', '2026-11-24T05:59:59Z', '2026-11-23', '2026-11-23T05:00:00.000Z'],
  ['daily', '2026-11-24T06:00:00Z', '2026-11-24', '2026-11-24T05:00:00.000Z'],
  // summer: 5:00 UTC
  ['daily', '2026-07-01T05:00:00Z', '2026-07-01', '2026-07-01T04:00:00.000Z'],
  // the night in which the clock goes back
  ['daily', '2026-10-25T06:00:00Z', '2026-10-25', '2026-10-25T05:00:00.000Z'],
  ['weekly', '2026-11-24T12:00:00Z', '2026-11-23', '2026-11-23T05:00:00.000Z'],
  ['weekly', '2026-11-23T05:00:00Z', '2026-11-16', '2026-11-16T05:00:00.000Z'],
  ['weekly', '2026-11-22T23:30:00Z', '2026-11-16', '2026-11-16T05:00:00.000Z'],
] as const)('%s at %s is the period of %s, up to %s', (rhythm, now, day, until) => {
  const period = duePeriod(rhythm, at(now));
  expect([period.day, period.until.toISOString()]).toEqual([day, until]);
});

it('never tells of what is still to come, and never goes back', () => {
  const moments = fc.tuple(
    fc.date({ min: at('2024-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z'), noInvalidDate: true }),
    fc.integer({ min: 0, max: 14 * 86_400_000 }),
  );
  fc.assert(
    fc.property(moments, fc.constantFrom('daily' as const, 'weekly' as const), ([first, later], rhythm) => {
      const one = duePeriod(rhythm, first);
      const other = duePeriod(rhythm, new Date(first.getTime() + later));
      expect(one.until < first).toBe(true);
      expect(one.day <= other.day && one.until <= other.until).toBe(true);
    }),
  );
});
