import { describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { approveBatch } from '#app/modules/payouts/commands/approve-batch.server.ts';
import { proposePutBack } from '#app/modules/payouts/commands/propose-put-back.server.ts';
import { sendBatch } from '#app/modules/payouts/commands/send-batch.server.ts';
import { stripePayHandlers } from '#app/modules/payouts/stripe-handlers.server.ts';
import { leaveStripe } from '#app/modules/stripe/commands/join-stripe.server.ts';
import { findings } from '#app/modules/control/queries/findings.query.server.ts';
import { testNow } from '#tests/factories/index.ts';
import { acting } from '#tests/integration/allowances/scene.ts';
import { onboard } from '#tests/stripe/connect.ts';
import { balances, compose, paidVolunteer, treasurer } from './scene.ts';
import { useStripeRail } from './rail.ts';

const { own, scene, joined, work, sent, stateOf, linesOf, transfersTo, payoutsOf, bankTakes } = useStripeRail();
const { fake } = own;

describe('a batch by Stripe', () => {
  test('pays who has an account there, and settles when their banks took it', async () => {
    const account = await joined(scene().volunteerId);
    // has a bank account only
    await paidVolunteer(own.database, scene(), 30);
    const before = await balances(own.database, scene());
    const batchId = await sent();
    expect(await work()).toEqual([]);
    const [line, ...more] = await linesOf(batchId);
    expect(more).toEqual([]);
    expect(line).toMatchObject({ personId: scene().volunteerId, amountCents: 560, state: 'open', bankAccountId: null });
    expect(transfersTo(account)).toMatchObject([{ amount: 560, transfer_group: line?.endToEndId }]);
    expect(payoutsOf(account)).toMatchObject([{ amount: 560, status: 'pending' }]);
    expect(await stateOf(batchId)).toBe('sent');
    bankTakes(account);
    expect(await work()).toEqual([]);
    expect(await stateOf(batchId)).toBe('settled');
    expect(await balances(own.database, scene())).toMatchObject({
      committed: Number(before.committed) - 560,
      payable: 0,
      settled: 560,
    });
    const { findings: found } = await findings(own.database, testNow);
    expect(found.filter(({ offenders }) => offenders.length > 0)).toEqual([]);
  });

  test('settles once whatever the messages do', async () => {
    const account = await joined(scene().volunteerId);
    const batchId = await sent();
    fake.webhooks.mode = 'hold';
    expect(await work()).toEqual([]);
    bankTakes(account);
    fake.webhooks.copies = 3;
    await fake.webhooks.release((held) => [...held].reverse());
    expect((await Promise.all([work(), work()])).flat()).toEqual([]);
    expect(await stateOf(batchId)).toBe('settled');
    expect(await balances(own.database, scene())).toMatchObject({ settled: 560 });
  });

  test('settles by asking, when no message comes', async () => {
    const account = await joined(scene().volunteerId);
    const batchId = await sent();
    fake.webhooks.mode = 'drop';
    await work();
    bankTakes(account);
    await work();
    expect(await stateOf(batchId)).toBe('sent');
    const check = stripePayHandlers.find(({ name }) => name === 'check-stripe-lines');
    const now = new Date(testNow.getTime() + 2 * 3_600_000);
    const mailer = { send: async () => Promise.resolve() };
    const context = { database: own.database, mailer, publicUrl: '', secret: '', now, stripe: own.stripe, jobKey: 'x' };
    await check?.run({}, context);
    expect(await work(2)).toEqual([]);
    expect(await stateOf(batchId)).toBe('settled');
  });

  test('that a bank refuses is taken back from the account, and can be paid again', async () => {
    const account = await joined(scene().volunteerId);
    const before = await balances(own.database, scene());
    const programme = fake.store.balance(null);
    const batchId = await sent();
    await work();
    bankTakes(account, 'failed');
    expect(await work()).toEqual([]);
    expect(await work()).toEqual([]);
    expect((await linesOf(batchId))[0]).toMatchObject({ state: 'put_back', endReason: 'account_closed' });
    expect(fake.store.balance(account)).toBe(0);
    expect(fake.store.balance(null)).toBe(programme);
    expect(await balances(own.database, scene())).toEqual(before);
    const again = await sent();
    await work();
    bankTakes(account);
    // the payout that failed is not paid by that
    expect(payoutsOf(account)).toHaveLength(2);
    expect(await work()).toEqual([]);
    expect(await stateOf(again)).toBe('settled');
  });

  test('that a bank gives back after it was paid comes back', async () => {
    const account = await joined(scene().volunteerId);
    const batchId = await sent();
    await work();
    bankTakes(account);
    await work();
    expect(await stateOf(batchId)).toBe('settled');
    bankTakes(account, 'failed');
    expect(await work()).toEqual([]);
    expect((await linesOf(batchId))[0]).toMatchObject({ state: 'returned' });
    expect(await balances(own.database, scene())).toMatchObject({ payable: 0, settled: 0 });
    expect(fake.store.balance(account)).toBe(0);
  });

  test('to who stopped at Stripe meanwhile is put back, before or after it was sent', async () => {
    const account = await joined(scene().volunteerId);
    const other = await paidVolunteer(own.database, scene(), 60);
    const otherAccount = await joined(other);
    const composed = await compose(treasurer(own.database, scene()), scene(), { rail: 'stripe' });
    const batch = await own.database.paymentBatch.findUniqueOrThrow({
      where: { number: composed.ok ? composed.value : '' },
    });
    const approval = { batchId: batch.id, revision: batch.revision, oddReason: 'Nagekeken' };
    await approveBatch(approval, treasurer(own.database, scene(), 'other'));
    await leaveStripe({ personId: other }, acting(own.database, scene(), other, null));
    await sendBatch({ batchId: batch.id, executeOn: null }, treasurer(own.database, scene()));
    onboard(fake.store, account, 'refused');
    expect(await work()).toEqual([]);
    expect((await linesOf(batch.id)).map(({ state }) => state)).toEqual(['put_back', 'put_back']);
    expect(transfersTo(account)).toEqual([]);
    expect(transfersTo(otherAccount)).toEqual([]);
    expect(await stateOf(batch.id)).toBe('settled');
  });

  test('is put back by Stripe alone, and never by two treasurers', async () => {
    await joined(scene().volunteerId);
    const batchId = await sent();
    const order = { batchId, lineId: null, reason: 'Komt niet aan.', formKey: newId() };
    expect(await proposePutBack(order, treasurer(own.database, scene()))).toEqual({
      ok: false,
      reason: 'line-not-open',
    });
  });
});
