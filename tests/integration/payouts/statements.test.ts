import { beforeEach, describe, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { answerPutBack } from '#app/modules/payouts/commands/answer-put-back.server.ts';
import { importStatement } from '#app/modules/payouts/commands/import-statement.server.ts';
import { proposePutBack } from '#app/modules/payouts/commands/propose-put-back.server.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import {
  aReference,
  cameBack,
  confirmReturns,
  paid,
  paidWhole,
  pieces,
  sentBatch,
  statementText,
  take,
  waiting,
  type BankScene,
} from './bank.ts';
import { officeTreasurer, testKeys, treasurer } from './scene.ts';
import { nothing, readingOf } from './reading.ts';

const own = useTestDatabase();
let scene: BankScene;
beforeEach(async () => {
  scene = await sentBatch(own.database);
});

const { taken, states, line, total, sums, reasonsOf } = readingOf(own, () => scene);

describe('a statement', () => {
  test('settles line by line, and returns what came back', async () => {
    const text = statementText([cameBack(line(0)), paid(line(0)), paid(line(1))]);
    expect(await taken(text)).toEqual({ ...nothing, taken: 1, settled: 2, returned: 1 });
    expect(await states()).toEqual(['settled', 'settled', 'open']);
    expect(await confirmReturns(own.database, scene)).toBe(1);
    expect(await states()).toEqual(['returned', 'settled', 'open']);
    const open = line(2).amountCents;
    expect(await sums()).toEqual({
      committed: 10_000_00 - open - line(1).amountCents,
      payable: open,
      settled: line(1).amountCents,
    });
    const back = await own.database.paymentLine.findUniqueOrThrow({ where: { id: line(0).id } });
    expect(back).toMatchObject({ endReason: 'AC04', settledOn: new Date('2026-11-21T00:00:00Z') });
    expect(await taken(statementText([paid(line(2))]))).toMatchObject({ settled: 1 });
    const batch = await own.database.paymentBatch.findUniqueOrThrow({ where: { id: scene.batch.id } });
    expect(batch.state).toBe('settled');
  });

  test.each([2, 8] as const)('of version %i settles a whole batch that was booked as one sum', async (version) => {
    expect(await taken(statementText([paidWhole(scene.batch)], { version }))).toEqual({
      ...nothing,
      taken: 1,
      settled: 3,
    });
    expect(await states()).toEqual(['settled', 'settled', 'settled']);
    expect(await sums()).toEqual({ committed: 10_000_00 - total(), payable: 0, settled: total() });
  });

  test('that tells the payments of a batch besides settles them one by one', async () => {
    const payments = scene.batch.lines.flatMap((one) => paid(one).payments ?? []);
    const text = statementText([{ ...paidWhole(scene.batch), payments }]);
    expect(await taken(text)).toEqual({ ...nothing, taken: 1, settled: 3 });
    const items = await own.database.statementItem.findMany({
      where: { lineId: { in: scene.batch.lines.map(({ id }) => id) } },
    });
    expect(items).toHaveLength(3);
  });

  test('keeps nothing of who is on the other side once that is known', async () => {
    const other = {
      ...paid(line(0)),
      payments: [
        {
          endToEndId: 'FACTUUR 12',
          amount: cents(700),
          name: 'Bakker Jan',
          iban: 'NL02ABNA0123456789',
          text: 'van NL02 ABNA 0123 4567 89',
        },
      ],
    };
    await taken(statementText([paid(line(1)), { ...other, amount: cents(700) }]));
    const items = await own.database.statementItem.findMany({ orderBy: { matchedAt: 'desc' }, take: 100 });
    const known = items.find(({ lineId }) => lineId === line(1).id);
    expect(known).toMatchObject({ counterparty: '', counterAccount: '', text: '' });
    const waits = items.find(({ counterparty }) => counterparty === 'Bakker Jan');
    expect(waits).toMatchObject({
      counterAccount: expect.stringMatching(/^NL••.*67 89$/) as string,
      text: 'FACTUUR 12 · van NL•• •••• •••• ••67 89',
      endToEndId: '',
    });
  });
});

describe('twice', () => {
  test('the same file changes nothing', async () => {
    const text = statementText([paid(line(0)), { reference: aReference(), amount: cents(5), direction: 'credit' }]);
    expect(await taken(text)).toMatchObject({ settled: 1, waiting: 1 });
    const before = await sums();
    const items = await own.database.statementItem.count();
    expect(await taken(text)).toEqual({ ...nothing, known: 1 });
    expect(await taken(text, 'other')).toEqual({ ...nothing, known: 1 });
    expect(await sums()).toEqual(before);
    expect(await own.database.statementItem.count()).toBe(items);
  });

  test('the same statement in another file changes nothing', async () => {
    const text = statementText([paid(line(0))]);
    await taken(text);
    const again = text.replace(/<MsgId>[^<]*/, '<MsgId>ANDERS').replace('>\n', '>\n\n');
    expect(again).not.toBe(text);
    expect(await taken(again)).toEqual({ ...nothing, known: 1 });
  });

  test('the same file at the same instant is taken in once', async () => {
    const text = statementText([paid(line(0)), paid(line(1))]);
    const both = await Promise.all([take(own.database, scene, text), take(own.database, scene, text, 'other')]);
    expect(both.map((one) => one.ok && [one.value.taken, one.value.known]).sort()).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(await states()).toEqual(['settled', 'settled', 'open']);
  });

  test('the same booking in statements that overlap is heard once', async () => {
    const first = paid(line(0));
    const odd = { reference: aReference(), amount: cents(5), direction: 'credit' as const };
    await taken(statementText([first, odd]));
    const result = await taken(statementText([first, odd, paid(line(1))]));
    expect(result).toEqual({ ...nothing, taken: 1, knownBookings: 2, settled: 1 });
  });

  test('two bookings of the bank with one reference are two', async () => {
    const one = { reference: aReference(), amount: cents(5), direction: 'credit' as const };
    expect(await taken(statementText([one, one]))).toMatchObject({ waiting: 2 });
    expect(await taken(statementText([one, one, one]))).toMatchObject({ knownBookings: 2, waiting: 1 });
  });

  test('another booking of the same line waits', async () => {
    await taken(statementText([paid(line(0))]));
    const before = await sums();
    expect(await reasonsOf(async () => taken(statementText([paid(line(0))])))).toEqual(['paid-already']);
    expect(await reasonsOf(async () => taken(statementText([paid(line(1)), paid(line(1))])))).toEqual(['paid-already']);
    await taken(statementText([cameBack(line(0))]));
    await confirmReturns(own.database, scene);
    expect(await reasonsOf(async () => taken(statementText([cameBack(line(0)), paid(line(0))])))).toEqual([
      'returned-already',
      'paid-already',
    ]);
    expect((await sums()).settled).toBe((before.settled ?? 0) - line(0).amountCents + line(1).amountCents);
  });
});

describe('out of order', () => {
  test('what came back before we heard that it was paid waits, and is returned then', async () => {
    expect(await reasonsOf(async () => taken(statementText([cameBack(line(0))])))).toEqual(['return-early']);
    expect(await states()).toEqual(['open', 'open', 'open']);
    expect(await taken(statementText([paidWhole(scene.batch)]))).toEqual({
      ...nothing,
      taken: 1,
      settled: 3,
      returned: 1,
    });
    await confirmReturns(own.database, scene);
    expect(await states()).toEqual(['returned', 'settled', 'settled']);
    expect(await waiting(own.database)).not.toContain('return-early');
  });

  test('a batch of which the bank refused a line waits until that is put back', async () => {
    const rest = total() - line(2).amountCents;
    const whole = paidWhole(scene.batch);
    const part = { ...whole, amount: cents(rest), batch: { ...whole.batch!, count: 2 } };
    expect(await reasonsOf(async () => taken(statementText([part])))).toEqual(['batch-differs']);
    const id = newId();
    const order = { batchId: scene.batch.id, lineId: line(2).id, reason: 'Bank weigert', formKey: id };
    expect(await proposePutBack(order, treasurer(own.database, scene))).toMatchObject({ ok: true });
    expect(
      await answerPutBack({ putBackId: id, confirm: true }, treasurer(own.database, scene, 'other')),
    ).toMatchObject({ ok: true });
    expect(await taken(statementText([]))).toMatchObject({ taken: 1, settled: 2 });
    expect(await states()).toEqual(['settled', 'settled', 'put_back']);
  });
});

test('a day of the bank is its day, whatever day it is here', async () => {
  const later = officeTreasurer(own.database, scene, 'first', new Date('2026-11-25T09:00:00Z'));
  const text = statementText([paid(line(0))], { day: calendarDate('2026-11-23') });
  expect(await importStatement(pieces(text), { ...later, keys: testKeys })).toMatchObject({ value: { settled: 1 } });
  const settled = await own.database.paymentLine.findUniqueOrThrow({ where: { id: line(0).id } });
  expect(settled.settledOn).toEqual(new Date('2026-11-23T00:00:00Z'));
});
