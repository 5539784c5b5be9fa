import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { openMoneySource } from '#app/modules/ledger/commands/open-money-source.server.ts';
import { publishLedgerDays } from '#app/modules/budgets/commands/publish-ledger-days.server.ts';
import { daysInLog, publishedDay, publishedDayFile } from '#app/modules/budgets/queries/published-days.query.server.ts';
import { makeScene } from '../decisions/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const own = useTestDatabase();
const morning = (day: string) => new Date(`${day}T08:00:00Z`);

/** A source that opens with its money on a day. */
async function entered(day: string, amount: number) {
  const source = {
    ...({ kind: 'coalition', form: 'money', name: 'Een boeking', nameEn: 'An entry', isExample: true } as const),
    ...{ beginsOn: calendarDate('2024-01-01'), endsOn: calendarDate('2027-12-31'), overprogrammingBps: 0 },
  };
  await own.database.$transaction(async (tx) =>
    openMoneySource(tx, { ...source, slug: newId(), amount: cents(amount), at: morning(day) }),
  );
}

const leaves = async (subject: string) =>
  own.database.logLeaf.findMany({
    where: { subject },
    orderBy: { index: 'asc' },
    select: { kind: true, record: true },
  });

beforeAll(async () => {
  await makeScene(own.database);
});

describe('days of the ledger', () => {
  test('are published once they are over, each with its leaf; again does nothing', async () => {
    await entered('2026-10-01', 100_00);
    await entered('2026-10-03', 50_00);
    await publishLedgerDays(own.database, morning('2026-10-03'));
    expect(await publishedDay(own.database, '2026-10-03')).toBeNull();
    await publishLedgerDays(own.database, morning('2026-10-04'));
    expect(await publishLedgerDays(own.database, morning('2026-10-04'))).toBe(0);

    const asked = ['2026-10-03', '2026-10-02', '2026-10-01', '2026-10-03'].map(calendarDate);
    expect(await daysInLog(own.database, asked)).toEqual(['2026-10-01', '2026-10-03']);
    const view = (await publishedDay(own.database, '2026-10-03'))!;
    const before = (await publishedDay(own.database, '2026-10-01'))!;
    expect(view.corrections).toBe(0);
    expect(view.content.totals.unallocatedCents - before.content.totals.unallocatedCents).toBe(50_00);
    expect(view.content.entries).toMatchObject([
      {
        kind: 'opening',
        textSha256: createHash('sha256').update('Een boeking').digest('hex'),
        postings: expect.arrayContaining([
          expect.objectContaining({ part: 'source', cents: -50_00 }),
          expect.objectContaining({ part: 'unallocated', cents: 50_00 }),
        ]) as unknown,
      },
    ]);
    const [leaf, ...more] = await leaves('2026-10-03');
    expect(more).toEqual([]);
    expect(JSON.parse(leaf!.record!)).toMatchObject({
      kind: 'ledger-day',
      sha256: view.sha256,
      totals: view.content.totals,
    });
  });

  test('a day without an entry gets no leaf', async () => {
    expect(await leaves('2026-10-02')).toEqual([]);
  });

  test('an entry that is dated back gives its day and those after it a next version, and a correction each', async () => {
    const first = (await publishedDayFile(own.database, '2026-10-03'))!;
    await entered('2026-10-02', 7_00);
    expect(await publishLedgerDays(own.database, morning('2026-10-04'))).toBe(2);
    const corrected = (await publishedDay(own.database, '2026-10-03'))!;
    expect(corrected).toMatchObject({ corrections: 1 });
    expect(corrected.sha256).not.toBe(first.sha256);
    expect((await leaves('2026-10-03')).map(({ kind }) => kind)).toEqual(['ledger-day', 'correction']);
    expect((await leaves('2026-10-02')).map(({ kind }) => kind)).toEqual(['ledger-day']);
    expect(await leaves('2026-10-01')).toHaveLength(1);
    // what was published before stays there
    expect(await publishedDayFile(own.database, '2026-10-03', 1)).toEqual({ ...first, version: 1 });
  });

  test.each([
    `update published_ledger_day set text = text || ' ' where version = 1`,
    'delete from published_ledger_day',
    'truncate published_ledger_day',
  ])('stay as they were published: %s', async (statement) => {
    await expect(own.database.$executeRawUnsafe(statement)).rejects.toThrow(/record_append_only|published_ledger_day/);
  });

  test('are asked for by their day only', async () => {
    for (const text of ['', 'gisteren', '2026-13-01', "2026-10-03'", '2026-10-03/..'])
      expect(await publishedDayFile(own.database, text)).toBeNull();
  });
});
