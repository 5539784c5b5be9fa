import { describe, expect, test } from 'vitest';
import { isPayout, isTransfer, useStripeRail } from './rail.ts';

const { own, scene, joined, work, sent, stateOf, linesOf, transfersTo, payoutsOf, bankTakes } = useStripeRail();
const { fake } = own;

describe('a process that is killed between Stripe and us', () => {
  test.each([
    ['after the transfer', isTransfer],
    ['after the payout', isPayout],
  ])('%s pays nothing twice and loses nothing', async (_when, matches) => {
    const account = await joined(scene().volunteerId);
    const batchId = await sent();
    fake.failNext('crash', 3, matches);
    expect(await work()).toHaveLength(1);
    expect(await work()).toEqual([]);
    expect(transfersTo(account)).toHaveLength(1);
    expect(payoutsOf(account)).toHaveLength(1);
    bankTakes(account);
    expect(await work()).toEqual([]);
    expect(await stateOf(batchId)).toBe('settled');
  });

  test.each([
    ['after the transfer', isTransfer],
    ['after the payout', isPayout],
  ])('%s, and comes back when Stripe forgot its keys', async (_when, matches) => {
    const account = await joined(scene().volunteerId);
    const batchId = await sent();
    fake.webhooks.mode = 'drop';
    fake.failNext('crash', 3, matches);
    expect(await work()).toHaveLength(1);
    fake.store.advance(30 * 3600);
    expect(await work(30)).toEqual([]);
    fake.store.advance(-30 * 3600);
    expect(transfersTo(account)).toHaveLength(1);
    expect(payoutsOf(account)).toHaveLength(1);
    fake.webhooks.mode = 'send';
    bankTakes(account);
    expect(await work(30)).toEqual([]);
    expect(await stateOf(batchId)).toBe('settled');
  });

  test('while it takes money back takes it back once', async () => {
    const account = await joined(scene().volunteerId);
    const batchId = await sent();
    await work();
    fake.failNext('crash', 3, ({ path }) => path.endsWith('/reversals'));
    bankTakes(account, 'failed');
    expect((await work()).length).toBeGreaterThanOrEqual(1);
    expect((await linesOf(batchId))[0]).toMatchObject({ state: 'open' });
    expect(await work()).toEqual([]);
    expect((await linesOf(batchId))[0]).toMatchObject({ state: 'put_back' });
    expect(
      fake.store.all('transfer_reversal').filter(({ transfer }) => transfer === transfersTo(account)[0]?.id),
    ).toHaveLength(1);
  });

  test('or finds too little on the balance, waits and pays then', async () => {
    const account = await joined(scene().volunteerId);
    const batchId = await sent();
    fake.store.move(null, -fake.store.balance(null));
    expect(await work()).toEqual(['Stripe: balance_insufficient']);
    expect(await work()).toEqual(['Stripe: balance_insufficient']);
    fake.store.move(null, 10_00);
    expect(await work()).toEqual([]);
    bankTakes(account);
    await work();
    expect(await stateOf(batchId)).toBe('settled');
    expect(transfersTo(account)).toHaveLength(1);
  });
});
