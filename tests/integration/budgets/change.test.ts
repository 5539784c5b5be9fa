import { describe, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { approveChange } from '#app/modules/budgets/commands/approve-change.server.ts';
import { closeChange } from '#app/modules/budgets/commands/close-change.server.ts';
import { proposeChange } from '#app/modules/budgets/commands/propose-change.server.ts';
import type { ChangeSubject } from '#app/modules/budgets/change.ts';
import { makeFund, makeMoneySource, testNow } from '#tests/factories/index.ts';
import { as, confirmed, initiativeOf, makeScene, prepared, type Scene } from '#tests/integration/decisions/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const own = useTestDatabase();
const today = calendarDate('2026-11-21');

async function aPlan({ source = 100_00, bps = 0, line = null as number | null } = {}) {
  const { database } = own;
  const scene = await makeScene(database);
  const moneySourceId = await makeMoneySource(database, { amountCents: source, overprogrammingBps: bps });
  const fundId = await makeFund(database, { bodyId: scene.bodyId, moneySourceId, amountCents: line });
  return { scene, moneySourceId, fundId };
}

async function propose(
  scene: Scene,
  subject: ChangeSubject,
  amount: number,
  given: { formKey?: string; occurredOn?: string } = {},
) {
  return proposeChange(
    {
      formKey: given.formKey ?? newId(),
      change: {
        ...subject,
        amount: cents(amount),
        reason: 'Omdat het nodig is',
        occurredOn: calendarDate(given.occurredOn ?? today),
      },
    },
    as(own.database, scene, 'manager'),
  );
}

async function proposed(...given: Parameters<typeof propose>): Promise<string> {
  const outcome = await propose(...given);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

const approve = (
  scene: Scene,
  changeId: string,
  who: 'budgetHolder' | 'otherBudgetHolder' | 'manager' = 'budgetHolder',
) => approveChange({ changeId }, as(own.database, scene, who));

async function moneyOf(fundId: string) {
  const fund = await own.database.fund.findUniqueOrThrow({
    where: { id: fundId },
    include: { available: true, committed: true, paid: true, moneySource: { include: { unallocated: true } } },
  });
  return [fund.moneySource.unallocated, fund.available, fund.committed, fund.paid].map(({ balanceCents }) =>
    Number(balanceCents),
  );
}

describe('a change of budgets', () => {
  test('moves nothing until a second person approves it; then it is numbered, with one entry', async () => {
    const { scene, fundId } = await aPlan();
    const id = await proposed(scene, { kind: 'budget', toFundId: fundId }, 60_00);
    expect(await moneyOf(fundId)).toEqual([100_00, 0, 0, 0]);
    expect(await approve(scene, id, 'manager')).toMatchObject({ ok: false, reason: 'role-needed' });
    const outcome = await approve(scene, id);
    expect(outcome.ok && outcome.value).toMatch(/^W2026-\d{4}$/);
    expect(await moneyOf(fundId)).toEqual([40_00, 60_00, 0, 0]);
    expect(await approve(scene, id)).toEqual(outcome);
    expect(await approve(scene, id, 'otherBudgetHolder')).toMatchObject({ reason: 'already-approved' });
    expect(await own.database.ledgerEntry.count({ where: { changeId: id } })).toBe(1);
  });

  test('goes back and forth between source and lines, to the cent', async () => {
    const { scene, fundId, moneySourceId } = await aPlan();
    const other = await makeFund(own.database, { bodyId: scene.bodyId, moneySourceId, amountCents: null });
    await approve(scene, await proposed(scene, { kind: 'budget', toFundId: fundId }, 100_00));
    await approve(scene, await proposed(scene, { kind: 'move', fromFundId: fundId, toFundId: other }, 33_33));
    await approve(scene, await proposed(scene, { kind: 'return', fromFundId: fundId }, 6_67));
    expect(await moneyOf(fundId)).toEqual([6_67, 60_00, 0, 0]);
    expect((await moneyOf(other))[1]).toBe(33_33);
  });

  test('is refused where the money is not there', async () => {
    const { scene, fundId } = await aPlan();
    const tooMuch = await proposed(scene, { kind: 'budget', toFundId: fundId }, 100_01);
    expect(await approve(scene, tooMuch)).toMatchObject({ reason: 'fund-exhausted' });
    expect(await moneyOf(fundId)).toEqual([100_00, 0, 0, 0]);
    expect(await own.database.budgetChange.findUnique({ where: { id: tooMuch } })).toMatchObject({ state: 'proposed' });
  });

  test('twice the same form proposes once; a form of somebody else is refused', async () => {
    const { scene, fundId } = await aPlan();
    const formKey = newId();
    const subject = { kind: 'budget', toFundId: fundId } as const;
    expect(await propose(scene, subject, 1, { formKey })).toEqual({ ok: true, value: formKey });
    expect(await propose(scene, subject, 1, { formKey })).toEqual({ ok: true, value: formKey });
    expect(await own.database.budgetChange.count({ where: { id: formKey } })).toBe(1);
    const { scene: elsewhere, fundId: theirs } = await aPlan();
    expect(await propose(elsewhere, { kind: 'budget', toFundId: theirs }, 1, { formKey })).toMatchObject({
      reason: 'form-key-invalid',
    });
  });

  test.each([
    ['nothing', 0, {}, 'amount-not-positive'],
    ['less than nothing', -5, {}, 'amount-not-positive'],
    ['tomorrow', 5, { occurredOn: '2026-11-22' }, 'in-the-future'],
    ['a broken form', 5, { formKey: 'x' }, 'form-key-invalid'],
  ])('refuses %s', async (_what, amount, given, reason) => {
    const { scene, fundId } = await aPlan();
    expect(await propose(scene, { kind: 'budget', toFundId: fundId }, amount, given)).toMatchObject({ reason });
  });

  test('refuses unknown funds, another source, and who has no say over the line', async () => {
    const { scene, fundId } = await aPlan();
    const { scene: elsewhere, fundId: theirs } = await aPlan();
    for (const toFundId of [newId(), 'geen-id']) {
      expect(await propose(scene, { kind: 'budget', toFundId }, 1)).toMatchObject({ reason: 'fund-unknown' });
    }
    expect(await propose(scene, { kind: 'move', fromFundId: fundId, toFundId: theirs }, 1)).toMatchObject({
      reason: 'another-source',
    });
    expect(await propose(elsewhere, { kind: 'budget', toFundId: fundId }, 1)).toMatchObject({ reason: 'role-needed' });
  });

  test('is withdrawn by who proposed it, refused by who could approve it, and then stays so', async () => {
    const { scene, fundId } = await aPlan();
    const subject = { kind: 'budget', toFundId: fundId } as const;
    const mine = await proposed(scene, subject, 1);
    expect(await closeChange({ changeId: mine, reason: ' ' }, as(own.database, scene, 'manager'))).toMatchObject({
      reason: 'reason-missing',
    });
    const reason = 'Niet meer nodig';
    expect(await closeChange({ changeId: mine, reason }, as(own.database, scene, 'manager'))).toMatchObject({
      value: 'withdrawn',
    });
    expect(await approve(scene, mine)).toMatchObject({ reason: 'already-withdrawn' });
    const other = await proposed(scene, subject, 1);
    expect(await closeChange({ changeId: other, reason }, as(own.database, scene, 'budgetHolder'))).toMatchObject({
      value: 'refused',
    });
    await expect(
      own.database.budgetChange.update({ where: { id: other }, data: { answer: 'anders' } }),
    ).rejects.toThrow(/budget_change_closed/);
    await expect(own.database.budgetChange.delete({ where: { id: mine } })).rejects.toThrow(/budget_change_closed/);
  });

  test('by two approvers at the same instant happens once', async () => {
    const { scene, fundId } = await aPlan();
    const id = await proposed(scene, { kind: 'budget', toFundId: fundId }, 60_00);
    const answers = await Promise.all([approve(scene, id), approve(scene, id, 'otherBudgetHolder')]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await moneyOf(fundId)).toEqual([40_00, 60_00, 0, 0]);
  });
});

describe('what a decision promised', () => {
  async function granted() {
    const { database } = own;
    const scene = await makeScene(database, { fundCents: 5000_00 });
    const number = await confirmed(
      database,
      scene,
      await prepared(database, scene, await initiativeOf(database, scene)),
    );
    const decision = await database.decision.findUniqueOrThrow({ where: { number } });
    return { scene, fundId: scene.fundId, decisionId: decision.id, amount: Number(decision.amountCents) };
  }

  test('is released and paid up to what it promised, and no cent further', async () => {
    const { scene, fundId, decisionId, amount } = await granted();
    const [, left = 0] = await moneyOf(fundId);
    const of = (kind: 'release' | 'payment') => ({ kind, fromFundId: fundId, decisionId }) as const;
    expect(await approve(scene, await proposed(scene, of('payment'), amount - 10))).toMatchObject({ ok: true });
    expect(await approve(scene, await proposed(scene, of('release'), 11))).toMatchObject({ ok: false });
    expect(await approve(scene, await proposed(scene, of('release'), 10))).toMatchObject({ ok: true });
    expect(await moneyOf(fundId)).toEqual([0, left + 10, 0, amount - 10]);
  });

  test('is not paid from what another decision promised', async () => {
    const { scene, fundId, decisionId, amount } = await granted();
    await confirmed(own.database, scene, await prepared(own.database, scene, await initiativeOf(own.database, scene)));
    const id = await proposed(scene, { kind: 'payment', fromFundId: fundId, decisionId }, amount + 1);
    expect(await approve(scene, id)).toMatchObject({ reason: 'commitment-exhausted' });
  });

  test('a payment is undone once, by a correction that points to it', async () => {
    const { scene, fundId, decisionId, amount } = await granted();
    const before = await moneyOf(fundId);
    const payment = await proposed(scene, { kind: 'payment', fromFundId: fundId, decisionId }, amount);
    await approve(scene, payment);
    const entry = await own.database.ledgerEntry.findUniqueOrThrow({ where: { changeId: payment } });
    const undo = { kind: 'correction', correctsId: entry.id } as const;
    const [first, second] = [await proposed(scene, undo, amount), await proposed(scene, undo, amount)];
    expect(await propose(scene, undo, amount - 1)).toMatchObject({ reason: 'not-correctable' });
    expect(await approve(scene, first)).toMatchObject({ ok: true });
    expect(await approve(scene, second)).toMatchObject({ reason: 'already-corrected' });
    expect(await moneyOf(fundId)).toEqual(before);
    const [commitment] = await own.database.ledgerEntry.findMany({ where: { decisionId, kind: 'commitment' } });
    expect(await propose(scene, { kind: 'correction', correctsId: commitment?.id ?? '' }, amount)).toMatchObject({
      reason: 'not-correctable',
    });
  });
});

describe('overprogramming', () => {
  test('is bounded by the stated share of what was pledged', async () => {
    const { database } = own;
    const { scene, fundId, moneySourceId } = await aPlan({ source: 100_00, bps: 1000 });
    const office = await database.body.upsert({
      where: { slug: 'programmabureau' },
      create: {
        id: newId(),
        slug: 'programmabureau',
        kind: 'programme',
        name: 'Bureau',
        shortName: 'Bureau',
        remit: 'Alles',
        remitEn: 'Everything',
      },
      update: {},
    });
    const over = async (amount: number) => {
      const id = newId();
      await database.budgetChange.create({
        data: {
          id,
          kind: 'overprogramming',
          moneySourceId,
          amountCents: BigInt(amount),
          reason: 'Niet alles wordt besteed',
          occurredOn: testNow,
          state: 'proposed',
          proposerId: scene.people.manager,
          proposedAt: testNow,
        },
      });
      const context = as(database, scene, 'budgetHolder');
      const roles = [{ ...context.actor.roles[0]!, bodyId: office.id, bodySlug: 'programmabureau' }];
      return approveChange({ changeId: id }, { ...context, actor: { ...context.actor, roles } });
    };
    expect(await over(10_01)).toMatchObject({ reason: 'overprogramming-exceeded' });
    expect(await over(10_00)).toMatchObject({ ok: true });
    expect(await over(1)).toMatchObject({ reason: 'overprogramming-exceeded' });
    expect(await approve(scene, await proposed(scene, { kind: 'budget', toFundId: fundId }, 110_00))).toMatchObject({
      ok: true,
    });
    await expect(
      database.moneySource.update({ where: { id: moneySourceId }, data: { overprogrammingBps: 999 } }),
    ).rejects.toThrow(/source_overprogramming_stated/);
  });
});

test('sums per day are the sums of the postings, after everything above', async () => {
  const differences = await own.database.$queryRaw`
    select account_id from ledger_account a
      left join (select distinct on (account_id) account_id, balance_cents as days from ledger_day order by account_id, day desc) d
        on d.account_id = a.id
      where coalesce(d.days, 0) <> a.balance_cents`;
  expect(differences).toEqual([]);
});
