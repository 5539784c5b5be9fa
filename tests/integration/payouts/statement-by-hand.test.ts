import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { findings } from '#app/modules/control/queries/findings.query.server.ts';
import { answerMatch } from '#app/modules/payouts/commands/answer-match.server.ts';
import { dismissItems } from '#app/modules/payouts/commands/dismiss-items.server.ts';
import { proposeMatch } from '#app/modules/payouts/commands/propose-match.server.ts';
import { itemPage } from '#app/modules/payouts/queries/statement-item.query.server.ts';
import { statementsPage } from '#app/modules/payouts/queries/statements.query.server.ts';
import { brokenRule } from '#app/platform/database.server.ts';
import { makePerson } from '#tests/factories/index.ts';
import { acting } from '#tests/integration/allowances/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import {
  aReference,
  cameBack,
  confirmReturns,
  lineStates,
  paid,
  sentBatch,
  statementText,
  take,
  type BankScene,
} from './bank.ts';
import { asOffice, balances, officeTreasurer, treasurer } from './scene.ts';

const own = useTestDatabase();
let scene: BankScene;
beforeEach(async () => {
  scene = await sentBatch(own.database);
});

const line = (index: number) => scene.batch.lines[index]!;
const states = async () => lineStates(own.database, scene);
const first = () => officeTreasurer(own.database, scene);
const other = () => officeTreasurer(own.database, scene, 'other');

/** A booking in the worklist, of the amount of a line and without its id. @returns its id */
async function lost(index: number, direction: 'debit' | 'credit' = 'debit'): Promise<string> {
  const reference = aReference();
  const amount = cents(line(index).amountCents);
  const text = statementText([
    {
      reference,
      amount,
      direction,
      payments: [
        {
          endToEndId: reference,
          amount,
          name: 'A. Buur',
          ...(direction === 'credit' ? { returnReason: 'AC04' } : {}),
        },
      ],
    },
  ]);
  expect(await take(own.database, scene, text)).toMatchObject({ ok: true, value: { waiting: 1 } });
  const item = await own.database.statementItem.findFirstOrThrow({ where: { text: reference } });
  return item.id;
}
/** A booking in the worklist that is of no payment. @returns its id */
async function something(amount: number): Promise<string> {
  const reference = aReference();
  const payments = [{ endToEndId: reference, amount: cents(amount), name: 'A. Buur' }];
  await take(own.database, scene, statementText([{ reference, amount: cents(amount), direction: 'debit', payments }]));
  const item = await own.database.statementItem.findFirstOrThrow({ where: { text: reference } });
  return item.id;
}

const proposal = (itemId: string, index: number, formKey = newId()) => ({
  itemId,
  about: { lineId: line(index).id },
  note: 'Nagevraagd bij de bank',
  formKey,
});

describe('a booking that is matched by hand', () => {
  test('settles the line when another treasurer confirms it, and then nothing is kept of who it was', async () => {
    const itemId = await lost(0);
    const order = proposal(itemId, 0);
    expect(await proposeMatch(order, first())).toEqual({ ok: true });
    expect(await proposeMatch(order, first())).toEqual({ ok: true });
    expect(await states()).toEqual(['open', 'open', 'open']);
    expect(await answerMatch({ matchId: order.formKey, confirm: true }, first())).toMatchObject({
      reason: 'same-person',
    });
    expect(await answerMatch({ matchId: order.formKey, confirm: true }, other())).toEqual({ ok: true });
    expect(await answerMatch({ matchId: order.formKey, confirm: true }, other())).toEqual({ ok: true });
    expect(await states()).toEqual(['settled', 'open', 'open']);
    expect((await balances(own.database, scene)).settled).toBe(line(0).amountCents);
    expect(await own.database.statementItem.findUniqueOrThrow({ where: { id: itemId } })).toMatchObject({
      state: 'matched',
      lineId: line(0).id,
      counterparty: '',
      text: '',
    });
  });

  test('returns the line when money came back', async () => {
    await take(own.database, scene, statementText([paid(line(1))]));
    const itemId = await lost(1, 'credit');
    const order = proposal(itemId, 1);
    expect(await proposeMatch(order, first())).toEqual({ ok: true });
    expect(await answerMatch({ matchId: order.formKey, confirm: true }, other())).toEqual({ ok: true });
    expect(await states()).toEqual(['open', 'returned', 'open']);
    expect((await balances(own.database, scene)).settled).toBe(0);
  });

  test('is confirmed once by two at the same instant', async () => {
    const itemId = await lost(0);
    const order = proposal(itemId, 0);
    await proposeMatch(order, first());
    const both = await Promise.all([
      answerMatch({ matchId: order.formKey, confirm: true }, other()),
      answerMatch({ matchId: order.formKey, confirm: true }, other()),
    ]);
    expect(both).toEqual([{ ok: true }, { ok: true }]);
    expect((await balances(own.database, scene)).settled).toBe(line(0).amountCents);
  });

  test('has one proposal at a time, which who made it takes back', async () => {
    const itemId = await lost(0);
    const order = proposal(itemId, 0);
    await proposeMatch(order, first());
    expect(await proposeMatch(proposal(itemId, 0), other())).toMatchObject({ reason: 'match-known' });
    expect(await dismissItems({ itemIds: [itemId], note: 'Huur' }, first())).toMatchObject({ reason: 'match-known' });
    expect(await answerMatch({ matchId: order.formKey, confirm: false }, first())).toEqual({ ok: true });
    expect(await answerMatch({ matchId: order.formKey, confirm: true }, other())).toMatchObject({
      reason: 'answered-already',
    });
    expect(await proposeMatch(proposal(itemId, 0), other())).toEqual({ ok: true });
  });

  test('is no longer confirmed when the bank told of the line meanwhile', async () => {
    const itemId = await lost(0);
    const order = proposal(itemId, 0);
    await proposeMatch(order, first());
    await take(own.database, scene, statementText([paid(line(0))]));
    expect(await answerMatch({ matchId: order.formKey, confirm: true }, other())).toMatchObject({
      reason: 'match-impossible',
    });
    expect((await balances(own.database, scene)).settled).toBe(line(0).amountCents);
  });

  test.each<[string, (itemId: string) => ReturnType<typeof proposal> | Promise<ReturnType<typeof proposal>>, string]>([
    ['another amount', (itemId: string) => proposal(itemId, 1), 'match-impossible'],
    [
      'a line that is not there',
      (itemId: string) => ({ ...proposal(itemId, 0), about: { lineId: newId() } }),
      'line-unknown',
    ],
    ['a forged line', (itemId: string) => ({ ...proposal(itemId, 0), about: { lineId: "x' or 1=1" } }), 'line-unknown'],
    ['a booking that is not there', () => proposal(newId(), 0), 'item-unknown'],
    ['a forged booking', () => proposal('1', 0), 'item-unknown'],
    ['a forged key', (itemId: string) => proposal(itemId, 0, 'x'), 'form-key-invalid'],
    ['no reason', (itemId: string) => ({ ...proposal(itemId, 0), note: '  a ' }), 'note-missing'],
    [
      'a line of which it did not leave the account',
      async (itemId: string) => {
        await take(own.database, scene, statementText([paid(line(0))]));
        return proposal(itemId, 0);
      },
      'match-impossible',
    ],
  ])('not with %s', async (_, order, reason) => {
    const itemId = await lost(0);
    expect(await proposeMatch(await order(itemId), first())).toMatchObject({ ok: false, reason });
  });

  test('not by who has no role, reads along, or is treasurer elsewhere', async () => {
    const itemId = await lost(0);
    for (const context of [
      acting(own.database, scene, scene.treasurerId),
      acting(own.database, scene, scene.treasurerId, 'controlegroep'),
      // of the body that was paid for, and not of the office
      treasurer(own.database, scene),
    ])
      expect(await proposeMatch(proposal(itemId, 0), context)).toMatchObject({ reason: 'role-needed' });
    // with the role in the session and not in the register: the database knows better
    const nobody = asOffice(acting(own.database, scene, await makePerson(own.database), 'treasurer'), scene.officeId);
    expect(await proposeMatch(proposal(itemId, 0), nobody)).toMatchObject({ reason: 'role-needed' });
  });

  test('not by who gets the money, and not with the rules of the product switched off', async () => {
    const itemId = await lost(0);
    await own.database.bodyMembership.create({
      data: {
        id: newId(),
        personId: line(0).personId,
        bodyId: scene.officeId,
        role: 'treasurer',
        beginsOn: new Date('2025-01-01'),
      },
    });
    const payee = asOffice(acting(own.database, scene, line(0).personId, 'treasurer'), scene.officeId);
    expect(await proposeMatch(proposal(itemId, 0), payee)).toMatchObject({ reason: 'near-payee' });
    const order = proposal(itemId, 0);
    await proposeMatch(order, first());
    expect(await answerMatch({ matchId: order.formKey, confirm: true }, payee)).toMatchObject({ reason: 'near-payee' });
    // by hand in the database: the item says what no line says
    const forged = own.database.$transaction(async (tx) =>
      tx.statementItem.update({
        where: { id: itemId },
        data: { state: 'matched', matchedAt: new Date(), lineId: line(0).id, counterparty: '', text: '' },
      }),
    );
    expect(brokenRule(await forged.catch((error: unknown) => error))).toBe('statement_item_fits');
  });
});

describe('a booking that is taken off the worklist', () => {
  test('stays off, with what it was and without who it was', async () => {
    const ids = [await something(901), await something(902)];
    const said = { itemIds: ids, note: 'Huur van de zaal' };
    expect(await dismissItems(said, first())).toEqual({ ok: true, value: { gone: 2, proposed: 0 } });
    expect(await dismissItems(said, other())).toEqual({ ok: true, value: { gone: 0, proposed: 0 } });
    const items = await own.database.statementItem.findMany({ where: { id: { in: ids } } });
    for (const item of items)
      expect(item).toMatchObject({ state: 'dismissed', note: 'Huur van de zaal', counterparty: '', text: '' });
    expect(await proposeMatch(proposal(ids[0]!, 0), first())).toMatchObject({ reason: 'match-impossible' });
    const undo = own.database.$transaction(async (tx) =>
      tx.statementItem.update({ where: { id: ids[0]! }, data: { state: 'open', note: '' } }),
    );
    expect(brokenRule(await undo.catch((error: unknown) => error))).toBe('statement_item_state');
  });

  test.each([
    ['nothing-chosen', [] as string[], 'Huur'],
    ['item-unknown', ['x'], 'Huur'],
    ['note-missing', [newId()], ' '],
    ['note-missing', [newId()], 'x'.repeat(501)],
  ])('%s', async (reason, itemIds, note) => {
    expect(await dismissItems({ itemIds, note }, first())).toMatchObject({ ok: false, reason });
  });
});

describe('pages', () => {
  test('show treasurers what waits, masked, with the lines that it can be of', async () => {
    const itemId = await lost(0);
    const page = await statementsPage(own.database, first().actor, { page: 999 });
    expect(page?.mayWork).toBe(true);
    const item = await itemPage(own.database, first().actor, itemId);
    expect(item?.item).toMatchObject({ counterparty: 'A. Buur', reason: 'other-money', direction: 'debit' });
    expect(item?.candidates.map(({ lineId }) => lineId)).toContain(line(0).id);
    expect(item?.candidates.map(({ lineId }) => lineId)).not.toContain(line(1).id);
    expect(JSON.stringify([page, item])).not.toMatch(/NL\d{2}[A-Z]{4}\d{10}/);
    const reader = asOffice(acting(own.database, scene, scene.treasurerId, 'controlegroep'), scene.officeId).actor;
    expect((await itemPage(own.database, reader, itemId))?.mayWork).toBe(false);
  });

  test.each([null, 'coordinator', 'budget_holder', 'administrator'] as const)('show %s nothing', async (role) => {
    const itemId = await lost(0);
    const { actor } = acting(own.database, scene, scene.coordinatorId, role);
    expect(await statementsPage(own.database, actor, { page: 1 })).toBeNull();
    expect(await itemPage(own.database, actor, itemId)).toBeNull();
    expect(await itemPage(own.database, first().actor, "1' or true")).toBeNull();
  });
});

test('what the bank said and the ledger say the same, and the check sees when they do not', async () => {
  const broken = async () => {
    const { findings: found } = await findings(own.database, new Date('2026-12-31T12:00:00Z'));
    return found.filter(({ offenders }) => offenders.length > 0);
  };
  await take(own.database, scene, statementText([paid(line(0)), paid(line(1)), cameBack(line(1))]));
  expect(await confirmReturns(own.database, scene)).toBe(1);
  expect((await broken()).map(({ invariant }) => invariant)).not.toContain('statements-match-ledger');
  await own.database.$transaction(async (tx) => {
    await tx.$executeRawUnsafe('alter table statement_item disable trigger user');
    await tx.$executeRaw`update statement_item set amount_cents = amount_cents + 1 where line_id = ${line(0).id}::uuid`;
    await tx.$executeRawUnsafe('alter table statement_item enable trigger user');
  });
  const found = (await broken()).find(({ invariant }) => invariant === 'statements-match-ledger');
  expect(found?.offenders).toEqual([`payment_batch/${scene.batch.number}`]);
});
