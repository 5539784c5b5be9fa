import { beforeAll, describe, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { exampleStatement, type ExampleEntry } from '#app/modules/payouts/statement-example.ts';
import { statementsPage } from '#app/modules/payouts/queries/statements.query.server.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aReference, take } from './bank.ts';
import { anIban, makePayouts, officeTreasurer, payFrom, type PayoutScene } from './scene.ts';

/** Statements of one account tell one story, in whatever order they come in. */

const own = useTestDatabase();
let scene: PayoutScene;
beforeAll(async () => {
  scene = await makePayouts(own.database);
});

type Told = { id: string; day: string; from: number; to: number; number?: number; entries?: ExampleEntry[] };

/** A statement on which something unknown left the account. */
const story = (iban: string) => async (told: Told) => {
  const { id, day, from, to, number } = told;
  const gone: ExampleEntry = { reference: aReference(), amount: cents(from - to), direction: 'debit' };
  const entries = told.entries ?? (from === to ? [] : [gone]);
  const said = await take(
    own.database,
    scene,
    exampleStatement({
      version: 8,
      messageId: aReference(),
      statementId: id,
      iban,
      opening: cents(from),
      day: calendarDate(day),
      entries,
      ...(number === undefined ? {} : { number }),
    }),
  );
  return said.ok ? 'taken' : [said.reason, said.detail];
};

/** An account of its own for each test. */
const anAccount = async () => {
  const iban = anIban();
  await payFrom(own.database, iban);
  return iban;
};

const differs = (statement: string, other: string) => ['statements-differ', { statement, other }];

const gapsOf = async (iban: string) => {
  const page = await statementsPage(own.database, officeTreasurer(own.database, scene).actor, { page: 1 });
  return page?.gaps
    .filter(({ account }) => account.endsWith(iban.slice(-2)))
    .map(({ before, after }) => [before, after]);
};

describe('by the numbers of the bank', () => {
  test('they join in whatever order they come in', async () => {
    const tell = story(await anAccount());
    expect(await tell({ id: 'C', number: 3, day: '2026-11-19', from: 80, to: 70 })).toBe('taken');
    expect(await tell({ id: 'A', number: 1, day: '2026-11-17', from: 100, to: 90 })).toBe('taken');
    expect(await tell({ id: 'B', number: 2, day: '2026-11-18', from: 90, to: 80 })).toBe('taken');
  });

  test.each<[string, Told, string]>([
    ['another balance after', { id: 'N', number: 3, day: '2026-11-19', from: 81, to: 80 }, 'B'],
    ['another balance before', { id: 'N', number: 1, day: '2026-11-17', from: 100, to: 91 }, 'B'],
    ['the same number with another story', { id: 'N', number: 2, day: '2026-11-18', from: 90, to: 79 }, 'B'],
    ['a later number on an earlier day', { id: 'N', number: 7, day: '2026-11-10', from: 90, to: 80 }, 'B'],
    ['an earlier number on a later day', { id: 'N', number: 1, day: '2026-11-20', from: 100, to: 90 }, 'B'],
  ])('it is refused with %s', async (_, told, other) => {
    const tell = story(await anAccount());
    expect(await tell({ id: 'B', number: 2, day: '2026-11-18', from: 90, to: 80 })).toBe('taken');
    expect(await tell(told)).toEqual(differs('N', other));
  });

  test('one that is missing is shown until it comes', async () => {
    const iban = await anAccount();
    const tell = story(iban);
    await tell({ id: 'A', number: 1, day: '2026-11-17', from: 100, to: 90 });
    await tell({ id: 'C', number: 3, day: '2026-11-19', from: 80, to: 70 });
    expect(await gapsOf(iban)).toEqual([['A', 'C']]);
    expect(await tell({ id: 'B', number: 2, day: '2026-11-18', from: 90, to: 80 })).toBe('taken');
    expect(await gapsOf(iban)).toEqual([]);
  });

  test('they begin anew with the year, and then the days count', async () => {
    const tell = story(await anAccount());
    expect(await tell({ id: 'A', number: 250, day: '2025-12-31', from: 100, to: 90 })).toBe('taken');
    expect(await tell({ id: 'N', number: 1, day: '2026-01-01', from: 91, to: 80 })).toEqual(differs('N', 'A'));
    expect(await tell({ id: 'B', number: 1, day: '2026-01-01', from: 90, to: 80 })).toBe('taken');
  });
});

describe('without numbers, by their days', () => {
  test('the next day begins with what the last ended with; days between may be missing', async () => {
    const iban = await anAccount();
    const tell = story(iban);
    expect(await tell({ id: 'A', day: '2026-11-17', from: 100, to: 90 })).toBe('taken');
    expect(await tell({ id: 'N', day: '2026-11-18', from: 91, to: 80 })).toEqual(differs('N', 'A'));
    expect(await tell({ id: 'N', day: '2026-11-16', from: 120, to: 101 })).toEqual(differs('N', 'A'));
    expect(await tell({ id: 'C', day: '2026-11-19', from: 80, to: 70 })).toBe('taken');
    expect(await gapsOf(iban)).toEqual([['A', 'C']]);
    expect(await tell({ id: 'B', day: '2026-11-18', from: 90, to: 80 })).toBe('taken');
    expect(await gapsOf(iban)).toEqual([]);
  });

  test('a day that is told again tells all it told before', async () => {
    const iban = await anAccount();
    const tell = story(iban);
    const booking = (): ExampleEntry => ({ reference: aReference(), amount: cents(10), direction: 'debit' });
    const [first, second] = [booking(), booking()];
    expect(await tell({ id: 'noon', day: '2026-11-17', from: 100, to: 90, entries: [first] })).toBe('taken');
    expect(await tell({ id: 'made up', day: '2026-11-17', from: 100, to: 80, entries: [booking(), second] })).toEqual(
      differs('made up', 'noon'),
    );
    expect(await tell({ id: 'night', day: '2026-11-17', from: 100, to: 80, entries: [first, second] })).toBe('taken');
    // the whole day counts from then on
    expect(await tell({ id: 'N', day: '2026-11-18', from: 90, to: 80 })).toEqual(differs('N', 'night'));
    expect(await tell({ id: 'next', day: '2026-11-18', from: 80, to: 70 })).toBe('taken');
  });
});

test('one that leaves out its balances is refused', async () => {
  const iban = await anAccount();
  const text = exampleStatement({
    version: 8,
    messageId: aReference(),
    statementId: 'N',
    iban,
    opening: cents(100),
    day: calendarDate('2026-11-17'),
    entries: [],
  });
  const without = text.replace(/<Bal>.*<\/Bal>/gs, '');
  expect(without).not.toBe(text);
  expect(await take(own.database, scene, without)).toMatchObject({ reason: 'field-missing', detail: { field: 'Bal' } });
});

test('the database refuses it too, whoever writes', async () => {
  const iban = await anAccount();
  await story(iban)({ id: 'A', number: 1, day: '2026-11-17', from: 100, to: 90 });
  const known = await own.database.bankStatement.findFirstOrThrow({ where: { iban } });
  const forged = async (changes: object) =>
    own.database.bankStatement.create({
      data: { ...known, id: newId(), fingerprint: 'a'.repeat(64), number: 2n, known: 0, openingCents: 90n, ...changes },
    });
  await expect(forged({ openingCents: 91n })).rejects.toThrow(/bank_statement_joins/);
  await expect(forged({ openingCents: null })).rejects.toThrow(/bank_statement_joins/);
  await expect(forged({ importedById: scene.coordinatorId })).rejects.toThrow(/payment_batch_treasurer/);
  expect(await forged({})).toMatchObject({ statementId: 'A' });
});
