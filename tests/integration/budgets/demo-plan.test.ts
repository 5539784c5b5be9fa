import { expect, test } from 'vitest';
import { addCents, noMoney } from '#app/kernel/money.ts';
import { moneySources, planLines } from '#app/modules/budgets/queries/plan-lines.query.server.ts';
import { sharedDemo } from '#tests/support/demo.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const own = useTestDatabase(sharedDemo);

test('the example has the size that the papers name, and every euro of it says that it is an example', async () => {
  const sources = await moneySources(own.database);
  const lines = await planLines(own.database);
  const coalition = sources.find(({ slug }) => slug === 'coalitiemiddelen');
  expect(coalition).toMatchObject({
    pledged: 20_000_000_00,
    overprogrammed: 1_900_000_00,
    overprogrammingBps: 1000,
    unallocated: 252_500_00,
  });
  const planned = lines.filter(({ source }) => source.slug === 'coalitiemiddelen').map(({ budget }) => budget);
  expect(addCents(noMoney, ...planned)).toBe(21_647_500_00);
  expect([...sources, ...lines].filter(({ isExample }) => !isExample)).toEqual([]);
  const year = Math.max(...lines.map((line) => line.year));
  expect(lines.find(({ slug }) => slug === `eigenaarschap-inclusie-democratie-${String(year)}`)).toMatchObject({
    budget: 59_500_00,
    label: '',
  });
  expect(lines.some(({ label }) => label !== '')).toBe(true);
  expect(lines.some(({ actielijn }) => actielijn !== null)).toBe(true);
});

test('hours and space carry how they were valued and are in no line', async () => {
  const partners = (await moneySources(own.database)).filter(({ form }) => form !== 'money');
  expect(partners.map(({ form }) => form).sort()).toEqual(['hours', 'space']);
  for (const partner of partners) {
    expect(partner.valuation).not.toBe('');
    expect(partner.unallocated).toBe(partner.pledged);
    expect(await planLines(own.database, { sourceSlug: partner.slug })).toEqual([]);
  }
});
