import { describe, expect, test } from 'vitest';
import { newChangeChoices } from '#app/modules/budgets/queries/new-change.query.server.ts';
import { stripePaymentsAtWork } from '#app/modules/payouts/queries/organisation-payments.query.server.ts';
import { testNow } from '#tests/factories/index.ts';
import { endPayout, onboard } from '#tests/stripe/connect.ts';
import { agreedByStripe, isPayout, isTransfer, useOrganisation } from './organisation-scene.ts';

const { own, fake, scene, account, manager, payouts, transfers, work, bankTakes, stateOf, seen, money, undo } =
  useOrganisation();

describe('a payment that does not arrive', () => {
  test('comes back to us, is undone by two persons, and can be paid again', async () => {
    const balance = fake.store.balance(null);
    const { id, number } = await agreedByStripe(own.database, scene());
    await work();
    expect(await undo(id)).toEqual({ ok: false, reason: 'payment-under-way' });
    expect((await newChangeChoices(own.database, manager(), 'correction')).subjects).toEqual([]);
    bankTakes('failed');
    expect(await work()).toEqual([]);
    expect(await stateOf(id)).toBe('put_back');
    expect(fake.store.balance(null)).toBe(balance);
    expect(fake.store.balance(account())).toBe(0);
    expect(await seen(number)).toMatchObject([{ standing: 'not-paid', reason: 'AC04', undo: null }]);
    expect(await stripePaymentsAtWork(own.database, manager())).toMatchObject([{ number }]);
    // never silently: the ledger says paid until two persons undo it
    expect(await money()).toMatchObject({ paid: 400_00 });
    expect((await newChangeChoices(own.database, manager(), 'correction')).subjects).toMatchObject([{ slug: number }]);
    const undone = await undo(id);
    expect(undone).toMatchObject({ ok: true });
    expect(await seen(number)).toMatchObject([{ undo: { state: 'done', number: undone.ok ? undone.value : '' } }]);
    expect(await stripePaymentsAtWork(own.database, manager())).toEqual([]);
    expect(await money()).toMatchObject({ paid: 0, open: 1000_00 });
    const again = await agreedByStripe(own.database, scene(), 1000_00);
    await work();
    const last = payouts().at(-1)?.id ?? '';
    endPayout(fake.store, last, 'paid');
    expect(await work()).toEqual([]);
    expect(await stateOf(again.id)).toBe('settled');
    expect(await stateOf(id)).toBe('put_back');
  });

  test('tells both who agreed on it, once', async () => {
    const { id } = await agreedByStripe(own.database, scene());
    await work();
    bankTakes('failed');
    await work();
    const mails = await own.database.$queryRaw<{ key: string }[]>`
      select key from graphile_worker.jobs where key like 'mail-payment-failed:' || ${id} || ':%' order by key`;
    const { manager: proposer, budgetHolder: approver } = scene().people;
    expect(mails.map(({ key }) => key.split(':')[2])).toEqual([proposer, approver].sort());
  });

  test('after it was paid comes back', async () => {
    const { id, number } = await agreedByStripe(own.database, scene());
    await work();
    bankTakes();
    await work();
    expect(await stateOf(id)).toBe('settled');
    bankTakes('failed');
    expect(await work()).toEqual([]);
    expect(await seen(number)).toMatchObject([{ standing: 'came-back', paidOn: '2026-11-21', undo: null }]);
    expect(fake.store.balance(account())).toBe(0);
    expect(await undo(id)).toMatchObject({ ok: true });
  });

  test('because Stripe refuses the organisation by then, never left us', async () => {
    const { id } = await agreedByStripe(own.database, scene());
    onboard(fake.store, account(), 'refused');
    expect(await work()).toEqual([]);
    expect(await stateOf(id)).toBe('put_back');
    expect(transfers()).toEqual([]);
  });

  test('finds too little on the balance, says so, and is paid when there is', async () => {
    const { id, number } = await agreedByStripe(own.database, scene());
    fake.store.move(null, -fake.store.balance(null));
    expect(await work()).toEqual(['Stripe: balance_insufficient']);
    expect(await seen(number)).toMatchObject([{ standing: 'under-way', waitsForBalance: true }]);
    fake.store.move(null, 400_00);
    expect(await work()).toEqual([]);
    expect(await seen(number)).toMatchObject([{ standing: 'under-way', waitsForBalance: false }]);
    bankTakes();
    await work();
    expect(await stateOf(id)).toBe('settled');
  });

  test('is not over before the money is back', async () => {
    const { id } = await agreedByStripe(own.database, scene());
    await work();
    const data = { state: 'put_back', endedAt: testNow, endReason: 'x', endedBy: 'x' };
    await expect(own.database.changePayment.update({ where: { changeId: id }, data })).rejects.toThrow('not back yet');
  });
});

describe('a process that is killed between Stripe and us', () => {
  test.each([
    ['after the transfer', isTransfer, 0],
    ['after the payout', isPayout, 0],
    ['after the transfer, and comes back when Stripe forgot its keys', isTransfer, 30],
    ['after the payout, and comes back when Stripe forgot its keys', isPayout, 30],
  ])('%s pays nothing twice and loses nothing', async (_when, matches, hours) => {
    const { id } = await agreedByStripe(own.database, scene());
    fake.webhooks.mode = 'drop';
    fake.failNext('crash', 3, matches);
    expect(await work()).toHaveLength(1);
    fake.store.advance(hours * 3600);
    expect(await work(hours)).toEqual([]);
    fake.store.advance(-hours * 3600);
    expect([transfers().length, payouts().length]).toEqual([1, 1]);
    fake.webhooks.mode = 'send';
    bankTakes();
    expect(await work(hours)).toEqual([]);
    expect(await stateOf(id)).toBe('settled');
  });

  test('while it takes money back takes it back once', async () => {
    const { id } = await agreedByStripe(own.database, scene());
    await work();
    fake.failNext('crash', 3, ({ path }) => path.endsWith('/reversals'));
    bankTakes('failed');
    expect((await work()).length).toBeGreaterThanOrEqual(1);
    expect(await stateOf(id)).toBe('open');
    expect(await undo(id)).toEqual({ ok: false, reason: 'payment-under-way' });
    expect(await work()).toEqual([]);
    expect(await stateOf(id)).toBe('put_back');
    const back = fake.store.all('transfer_reversal').filter(({ transfer }) => transfer === transfers()[0]?.id);
    expect(back).toHaveLength(1);
  });
});
