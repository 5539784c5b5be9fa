import { expect, test } from 'vitest';
import { loadProgramme } from '#app/modules/programme/commands/load-programme.server.ts';
import { loadDemo } from '#scripts/load-demo.ts';
import { testSealingKeys } from '#tests/support/bank-keys.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const own = useTestDatabase();

// its decisions were taken in the weeks before, from money that must have been there by then
test('the demo begins in the first hour of a year as well', async () => {
  await loadProgramme(own.database);
  await loadDemo(own.database, {
    bankKeys: testSealingKeys,
    secret: 'of the demo of a test',
    now: new Date('2026-12-31T23:30:00Z'),
  });
  const years = await own.database.fund.findMany({
    distinct: ['year'],
    orderBy: { year: 'asc' },
    select: { year: true },
  });
  expect(years.map(({ year }) => year)).toEqual([2024, 2025, 2026, 2027]);
  const ofPlan = { origin: 'product', state: 'prepared', initiativeId: { not: null } };
  expect(await own.database.decision.count({ where: ofPlan })).toBe(1);
});
