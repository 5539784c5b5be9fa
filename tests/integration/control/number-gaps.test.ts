import { expect, test } from 'vitest';
import { findings } from '#app/modules/control/queries/findings.query.server.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { sharedDemo } from '#tests/support/demo.ts';
import { breakRules } from './breaking.ts';

const own = useTestDatabase(sharedDemo);

async function gaps(): Promise<readonly string[]> {
  const { findings: found } = await findings(own.database, new Date());
  return found.find(({ invariant }) => invariant === 'numbers-without-gaps')?.offenders ?? [];
}

/** A way round the triggers that breaks the numbers of one register, and the way back. */
type Deed = { register: string; what: string; breaking: string; mending: string };

const highest = (table: string) => `(select max(number) from ${table} where number is not null)`;

const deeds: Deed[] = [
  ...[
    { register: 'decision', table: 'decision', letter: '' },
    { register: 'budget_change', table: 'budget_change', letter: 'W' },
    { register: 'small_spending', table: 'small_spending', letter: 'K' },
  ].map(({ register, table, letter }) => ({
    register,
    what: 'a number is passed over',
    breaking: `update ${table} set number = '${letter}' || substring(number from ${String(letter.length + 1)} for 5) || '0999'
      where number = ${highest(table)}`,
    mending: `update ${table} t set number = '${letter}' || left(substring(t.number from ${String(letter.length + 1)}), 5)
        || lpad(((select count(*) from ${table} n where left(n.number, 5) = left(t.number, 5)))::text, 4, '0')
      where t.number like '%-0999'`,
  })),
  ...[
    { register: 'decision', counter: 'decision_counter' },
    { register: 'budget_change', counter: 'budget_change_counter' },
    { register: 'small_spending', counter: 'spending_counter' },
  ].map(({ register, counter }) => ({
    register,
    what: 'a number is taken and borne by nothing',
    breaking: `update ${counter} set last = last + 1 where year = (select max(year) from ${counter})`,
    mending: `update ${counter} set last = last - 1 where year = (select max(year) from ${counter})`,
  })),
  {
    register: 'spending_report',
    what: 'a number is passed over',
    breaking: `update spending_report set sequence = sequence + 1 where state = 'sent'`,
    mending: `update spending_report set sequence = sequence - 1 where state = 'sent'`,
  },
];

test.each(deeds)('$register: $what', async ({ register, breaking, mending }) => {
  expect(await gaps()).toEqual([]);
  await breakRules(own.database, breaking);
  expect(await gaps()).toEqual([expect.stringMatching(new RegExp(`^${register}/20\\d\\d$`))]);
  await breakRules(own.database, mending);
  expect(await gaps()).toEqual([]);
});

test('a report with another number than its text says does not fit its receipt', async () => {
  await breakRules(own.database, `update spending_report set sequence = sequence + 1 where state = 'sent'`);
  const { findings: found } = await findings(own.database, new Date());
  const { id } = await own.database.spendingReport.findFirstOrThrow({ where: { state: 'sent' } });
  expect(found.find(({ invariant }) => invariant === 'receipts-recompute')?.offenders).toEqual([
    `spending_report/${id}`,
  ]);
});
