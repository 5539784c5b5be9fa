import { beforeEach, describe, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { answerMatch } from '#app/modules/payouts/commands/answer-match.server.ts';
import { dismissItems } from '#app/modules/payouts/commands/dismiss-items.server.ts';
import { lockBatch } from '#app/modules/payouts/commands/lock-batch.server.ts';
import { proposeMatch } from '#app/modules/payouts/commands/propose-match.server.ts';
import { batchPage } from '#app/modules/payouts/queries/batch-page.query.server.ts';
import { ownPayments } from '#app/modules/payouts/queries/own-payments.query.server.ts';
import { itemPage } from '#app/modules/payouts/queries/statement-item.query.server.ts';
import { statementsPage } from '#app/modules/payouts/queries/statements.query.server.ts';
import { treasury } from '#app/modules/payouts/queries/treasury.query.server.ts';
import type { ExampleEntry } from '#app/modules/payouts/statement-example.ts';
import { approveBatch } from '#app/modules/payouts/commands/approve-batch.server.ts';
import { importStatement } from '#app/modules/payouts/commands/import-statement.server.ts';
import { makeMembership, testNow } from '#tests/factories/index.ts';
import { acting } from '#tests/integration/allowances/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { someoneWaitsForLock } from '#tests/support/locks.ts';
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
import { readingOf } from './reading.ts';
import { aDraft, asOffice, balances, compose, makePayouts, officeTreasurer, testKeys, treasurer } from './scene.ts';

/** What one person can make the bank say, with a file of their own making: nothing that moves money. */

const own = useTestDatabase();
let scene: BankScene;
beforeEach(async () => {
  scene = await sentBatch(own.database);
});
const { line, states } = readingOf(own, () => scene);

/** A statement of one day on which the bank says that it paid a line. */
const bookedOn = async (day: string) =>
  take(own.database, scene, statementText([paid(line(0))], { day: calendarDate(day) }));

// first and last in this file: statements follow each other day by day
test('a booking of a day before the batch was sent waits, and the line stays', async () => {
  expect(await bookedOn('2026-11-20')).toMatchObject({ ok: true, value: { settled: 0, waiting: 1 } });
  expect(await states()).toEqual(['open', 'open', 'open']);
  expect(await waiting(own.database)).toEqual(['booked-early']);
});

describe('what came back', () => {
  const proposalOf = async (index: number) =>
    own.database.statementMatch.findFirstOrThrow({ where: { lineId: line(index).id, state: 'proposed' } });
  const first = () => officeTreasurer(own.database, scene);
  const other = () => officeTreasurer(own.database, scene, 'other');

  test('is not paid again because one person says so', async () => {
    await take(own.database, scene, statementText([paid(line(0)), cameBack(line(0))]));
    expect(await states()).toEqual(['settled', 'open', 'open']);
    expect(await compose(treasurer(own.database, scene), scene)).toMatchObject({ reason: 'nothing-to-pay' });
    const payee = acting(own.database, scene, line(0).personId);
    expect(Object.values(await ownPayments(own.database, payee.actor))).toEqual([{ state: 'coming-back' }]);
    const page = await batchPage(own.database, first().actor, { number: scene.batch.number, page: 1 });
    expect(page?.lines.filter(({ comingBack }) => comingBack).map(({ id }) => id)).toEqual([line(0).id]);
    // who took the statement in does not confirm it, also not when somebody else proposed it
    const { id: matchId, itemId } = await proposalOf(0);
    expect(await answerMatch({ matchId, confirm: true }, first())).toMatchObject({ reason: 'same-person' });
    expect(await answerMatch({ matchId, confirm: false }, other())).toEqual({ ok: true });
    await take(own.database, scene, statementText([]), 'other');
    const byHand = { itemId, about: { lineId: line(0).id }, note: 'Nagevraagd', formKey: newId() };
    expect(await proposeMatch(byHand, other())).toEqual({ ok: true });
    const mine = await itemPage(own.database, first().actor, itemId);
    expect(mine?.proposal).toMatchObject({ isMine: false, mayConfirm: false });
    expect(await answerMatch({ matchId: byHand.formKey, confirm: true }, first())).toMatchObject({
      reason: 'imported-it',
    });
    expect(await answerMatch({ matchId: byHand.formKey, confirm: false }, first())).toEqual({ ok: true });
    expect(await proposeMatch({ ...byHand, formKey: newId() }, first())).toEqual({ ok: true });
    expect(await answerMatch({ matchId: (await proposalOf(0)).id, confirm: true }, other())).toEqual({ ok: true });
    expect(await states()).toEqual(['returned', 'open', 'open']);
    expect(Object.values(await ownPayments(own.database, payee.actor))).toEqual([
      { state: 'came-back', rail: 'sepa', why: 'AC04' },
    ]);
  });

  test('is not returned with the rules of the product switched off', async () => {
    await take(own.database, scene, statementText([paid(line(0)), cameBack(line(0))]));
    const { itemId } = await proposalOf(0);
    const returned = own.database.paymentLine.update({
      where: { id: line(0).id },
      data: { state: 'returned', endedAt: testNow, endReason: 'AC04', endedBy: `statement:${itemId}` },
    });
    await expect(returned).rejects.toThrow(/return_two_persons/);
  });

  test('is not confirmed by who is near', async () => {
    await take(own.database, scene, statementText([paid(line(0)), cameBack(line(0))]));
    const personId = line(0).personId;
    await makeMembership(own.database, { personId, bodyId: scene.officeId, role: 'treasurer' });
    const payee = asOffice(acting(own.database, scene, personId, 'treasurer'), scene.officeId);
    const { id: matchId } = await proposalOf(0);
    expect(await answerMatch({ matchId, confirm: true }, payee)).toMatchObject({ reason: 'near-payee' });
  });

  test('is not confirmed by who has an interest in the plan', async () => {
    await take(own.database, scene, statementText([paid(line(0)), cameBack(line(0))]));
    const { id: matchId } = await proposalOf(0);
    await own.database.interestDeclaration.create({
      data: {
        id: newId(),
        initiativeId: scene.initiativeId,
        personId: scene.otherTreasurerId,
        kind: 'family',
        declaredAt: testNow,
      },
    });
    expect(await answerMatch({ matchId, confirm: true }, other())).toMatchObject({ reason: 'interest' });
    expect(await states()).toEqual(['settled', 'open', 'open']);
  });

  test('can be a whole batch in one booking', async () => {
    await take(own.database, scene, statementText([paidWhole(scene.batch)]));
    const back = { ...paidWhole(scene.batch), direction: 'credit' as const };
    expect(await take(own.database, scene, statementText([back]))).toMatchObject({
      value: { returned: 1, waiting: 0 },
    });
    expect(await waiting(own.database)).toContain('batch-returned');
    expect(await states()).toEqual(['settled', 'settled', 'settled']);
    expect(await confirmReturns(own.database, scene)).toBe(1);
    expect(await states()).toEqual(['returned', 'returned', 'returned']);
    expect((await balances(own.database, scene)).settled).toBe(0);
  });

  test('can be a whole batch that the bank does not name, matched by hand', async () => {
    await take(own.database, scene, statementText([paidWhole(scene.batch)]));
    const { batch: _, ...back } = { ...paidWhole(scene.batch), direction: 'credit' as const };
    await take(own.database, scene, statementText([back]));
    const { id: itemId } = await own.database.statementItem.findFirstOrThrow({
      where: { state: 'open', amountCents: BigInt(back.amount), direction: 'credit', batchMark: '' },
      orderBy: { id: 'desc' },
    });
    const page = await itemPage(own.database, first().actor, itemId);
    expect(page?.batches).toMatchObject([{ batchId: scene.batch.id, people: 3 }]);
    const formKey = newId();
    const order = { itemId, about: { batchId: scene.batch.id }, note: 'Nagevraagd', formKey };
    expect(await proposeMatch(order, first())).toEqual({ ok: true });
    expect(await answerMatch({ matchId: formKey, confirm: true }, other())).toEqual({ ok: true });
    expect(await states()).toEqual(['returned', 'returned', 'returned']);
  });
});

describe('a booking that could be of a payment', () => {
  test.each<[string, (scene: BankScene) => ExampleEntry]>([
    [
      'names a line',
      ({ batch }) => ({
        ...paid(batch.lines[0]!),
        amount: cents(1),
        payments: [{ endToEndId: batch.lines[0]!.endToEndId, amount: cents(1) }],
      }),
    ],
    ['names a batch', ({ batch }) => ({ ...paidWhole(batch), amount: cents(1) })],
    [
      'has the amount of a line that waits',
      ({ batch }) => ({ reference: aReference(), amount: cents(batch.lines[0]!.amountCents), direction: 'debit' }),
    ],
  ])('is taken off the worklist by two when it %s', async (_, entry) => {
    const before = new Set((await own.database.statementItem.findMany({ select: { id: true } })).map(({ id }) => id));
    await take(own.database, scene, statementText([entry(scene)]));
    const items = await own.database.statementItem.findMany({ where: { state: 'open' } });
    const { id } = items.find((item) => !before.has(item.id))!;
    const first = officeTreasurer(own.database, scene);
    const note = 'Bij de bank geregeld';
    expect(await dismissItems({ itemIds: [id], note }, treasurer(own.database, scene))).toMatchObject({
      reason: 'role-needed',
    });
    expect(await dismissItems({ itemIds: [id], note }, first)).toEqual({ ok: true, value: { gone: 0, proposed: 1 } });
    const alone = own.database.statementItem.update({
      where: { id },
      data: {
        state: 'dismissed',
        dismissedById: scene.treasurerId,
        dismissedAt: testNow,
        note,
        text: '',
        counterparty: '',
      },
    });
    await expect(alone).rejects.toThrow(/dismissed_by_two/);
    const match = await own.database.statementMatch.findFirstOrThrow({ where: { itemId: id } });
    const answer = { matchId: match.id, confirm: true };
    expect(await answerMatch(answer, first)).toMatchObject({ reason: 'same-person' });
    expect(await answerMatch(answer, officeTreasurer(own.database, scene, 'other'))).toEqual({ ok: true });
    expect(await own.database.statementItem.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'dismissed',
      note,
    });
  });
});

test('statements and their worklist are not seen by who pays for one body', async () => {
  const { actor } = treasurer(own.database, scene);
  await take(own.database, scene, statementText([{ ...paid(line(0)), amount: cents(1) }]));
  const { id } = await own.database.statementItem.findFirstOrThrow({ where: { state: 'open' } });
  expect(await statementsPage(own.database, actor, { page: 1 })).toBeNull();
  expect(await itemPage(own.database, actor, id)).toBeNull();
  expect((await treasury(own.database, actor, testNow)).readsStatements).toBe(false);
  const read = await importStatement(pieces(statementText([paid(line(1))])), {
    ...treasurer(own.database, scene),
    keys: testKeys,
  });
  expect(read).toMatchObject({ reason: 'role-needed' });
});

test('a file with several statements locks the batches it names in one order', async () => {
  const scenes = [scene, await sentBatch(own.database)].sort((one, other) => (one.batch.id < other.batch.id ? -1 : 1));
  const [low, high] = scenes.map(({ batch }) => batch);
  const both = statementText([paid(high!.lines[0]!)]).replace(
    '</Stmt>',
    `</Stmt>${/<Stmt>.*<\/Stmt>/s.exec(statementText([paid(low!.lines[0]!)]))?.[0] ?? ''}`,
  );
  let reading: ReturnType<typeof take> | undefined;
  await own.database.$transaction(async (tx) => {
    await lockBatch(tx, low!.id);
    reading = take(own.database, scene, both);
    await someoneWaitsForLock(own.database, reading);
    // it waits for the first without holding the second, so nobody waits in a circle
    await tx.$executeRaw`set local lock_timeout = '200ms'`;
    expect(await lockBatch(tx, high!.id)).toMatchObject({ id: high!.id });
  });
  expect(await reading).toMatchObject({ ok: true, value: { taken: 2, settled: 2 } });
});

test('who approved hours does not approve their payment while another treasurer can', async () => {
  const fresh = await makePayouts(own.database);
  await makeMembership(own.database, {
    personId: fresh.otherCoordinatorId,
    bodyId: fresh.team.bodyId,
    role: 'treasurer',
  });
  const draft = await aDraft(own.database, fresh);
  const approval = { batchId: draft.id, revision: draft.revision, oddReason: 'Nagekeken' };
  const hands = acting(own.database, fresh, fresh.otherCoordinatorId, 'treasurer', testNow);
  expect(await approveBatch(approval, hands)).toMatchObject({ ok: false, reason: 'same-hands' });
});

test('a booking of a day that is yet to come waits until that day, and the line stays', async () => {
  expect(await bookedOn('2026-11-22')).toMatchObject({ ok: true, value: { settled: 0, waiting: 1 } });
  expect(await states()).toEqual(['open', 'open', 'open']);
  expect(await waiting(own.database)).toContain('booked-ahead');
  const tomorrow = officeTreasurer(own.database, scene, 'first', new Date('2026-11-22T09:00:00Z'));
  const next = statementText([], { day: calendarDate('2026-11-22') });
  expect(await importStatement(pieces(next), { ...tomorrow, keys: testKeys })).toMatchObject({ value: { settled: 1 } });
});
