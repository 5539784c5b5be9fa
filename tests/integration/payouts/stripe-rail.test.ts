import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { approveBatch } from '#app/modules/payouts/commands/approve-batch.server.ts';
import { proposePutBack } from '#app/modules/payouts/commands/propose-put-back.server.ts';
import { sendBatch } from '#app/modules/payouts/commands/send-batch.server.ts';
import { payoutEvents, stripePayHandlers } from '#app/modules/payouts/stripe-handlers.server.ts';
import { joinStripe, leaveStripe } from '#app/modules/stripe/commands/join-stripe.server.ts';
import { refreshAccount } from '#app/modules/stripe/commands/refresh-account.server.ts';
import { stripeHandlers } from '#app/modules/stripe/handle-events.server.ts';
import { stripeAccountOf } from '#app/modules/stripe/queries/own-account.query.server.ts';
import { accountEvents } from '#app/modules/stripe/stripe-part.server.ts';
import { findings } from '#app/modules/control/queries/findings.query.server.ts';
import { makeOrganisation, testNow } from '#tests/factories/index.ts';
import { acting } from '#tests/integration/allowances/scene.ts';
import { useStripe } from '#tests/integration/donations/scene.ts';
import { endPayout, onboard } from '#tests/stripe/connect.ts';
import { balances, compose, makePayouts, paidVolunteer, treasurer, type PayoutScene } from './scene.ts';

const own = useStripe([...stripePayHandlers, ...stripeHandlers([accountEvents, payoutEvents])]);
const { fake } = own;
let scene: PayoutScene;

beforeEach(async () => {
  await own.work(testNow);
  Object.assign(fake.webhooks, { mode: 'send', copies: 1 });
  fake.webhooks.held.length = 0;
  scene = await makePayouts(own.database);
  fake.store.move(null, 1_000_00 - fake.store.balance(null));
});

const here = 'https://x.example/mijn-vergoedingen/stripe';

/** Somebody told Stripe what it asks. @returns the account as Stripe names it */
async function joined(personId: string, how: 'complete' | 'partly' | 'refused' = 'complete'): Promise<string> {
  const context = acting(own.database, scene, personId, null);
  const url = await joinStripe({ owner: { personId }, here }, context, own.stripe);
  if (!url.ok) throw new Error(url.reason);
  const accountId = /onboard\/(\w+)/.exec(url.value)?.[1] ?? '';
  onboard(fake.store, accountId, how);
  await fake.webhooks.settled();
  expect(await own.work(testNow)).toEqual([]);
  return accountId;
}

const work = async (hours = 0) => {
  await fake.webhooks.settled();
  return own.work(new Date(testNow.getTime() + hours * 3_600_000));
};

/** A batch by Stripe of everybody who can be paid there, sent. */
async function sent() {
  const composed = await compose(treasurer(own.database, scene), scene, { rail: 'stripe' });
  if (!composed.ok) throw new Error(composed.reason);
  const batch = await own.database.paymentBatch.findUniqueOrThrow({ where: { number: composed.value } });
  const approval = { batchId: batch.id, revision: batch.revision, oddReason: 'Nagekeken' };
  expect(await approveBatch(approval, treasurer(own.database, scene, 'other'))).toMatchObject({ ok: true });
  const context = treasurer(own.database, scene);
  expect(await sendBatch({ batchId: batch.id, executeOn: null }, context)).toMatchObject({ ok: true });
  expect(await sendBatch({ batchId: batch.id, executeOn: null }, context)).toMatchObject({ ok: true });
  return batch.id;
}

const stateOf = async (id: string) => (await own.database.paymentBatch.findUniqueOrThrow({ where: { id } })).state;
const linesOf = async (batchId: string) =>
  own.database.paymentLine.findMany({
    where: { batchId },
    orderBy: { position: 'asc' },
    include: { stripePayment: true },
  });
const transfersTo = (account: string) =>
  fake.store.all('transfer').filter(({ destination }) => destination === account);
const payoutsOf = (account: string) => fake.store.all('payout').filter((payout) => payout.account === account);
const bankTakes = (account: string, how: 'paid' | 'failed' = 'paid') => {
  for (const { id } of payoutsOf(account)) endPayout(fake.store, id, how);
};
const isTransfer = ({ method, path }: { method: string; path: string }) =>
  method === 'POST' && path === '/v1/transfers';
const isPayout = ({ method, path }: { method: string; path: string }) => method === 'POST' && path === '/v1/payouts';

describe('an account at Stripe', () => {
  test('is made once for who asks twice, and is ready when all was told', async () => {
    const context = acting(own.database, scene, scene.volunteerId, null);
    const ask = async () => joinStripe({ owner: { personId: scene.volunteerId }, here }, context, own.stripe);
    const before = fake.store.all('account').length;
    await Promise.all([ask(), ask()]);
    await ask();
    expect(fake.store.all('account')).toHaveLength(before + 1);
    const standing = async () => (await stripeAccountOf(own.database, { personId: scene.volunteerId })).standing;
    await work();
    expect(await standing()).toBe('begun');
    await joined(scene.volunteerId, 'partly');
    expect(await standing()).toBe('begun');
    const accountId = await joined(scene.volunteerId, 'refused');
    expect(await standing()).toBe('stopped');
    await joined(scene.volunteerId);
    expect(await standing()).toBe('ready');
    expect(fake.store.get('account', accountId).settings.payouts.schedule.interval).toBe('manual');
    expect(await leaveStripe({ personId: scene.volunteerId }, context)).toEqual({ ok: true });
    expect(await standing()).toBe('none');
  });

  test('is asked again when its message was lost', async () => {
    fake.webhooks.mode = 'drop';
    const accountId = await joined(scene.volunteerId);
    const standing = async () => (await stripeAccountOf(own.database, { personId: scene.volunteerId })).standing;
    expect(await standing()).toBe('begun');
    await refreshAccount(accountId, own.stripe, { database: own.database });
    expect(await standing()).toBe('ready');
  });

  test('of an organisation is begun by its own people alone', async () => {
    const organisationId = await makeOrganisation(own.database, { members: [scene.volunteerId] });
    const context = acting(own.database, scene, scene.volunteerId, null);
    const order = { owner: { organisationId }, here };
    expect(await joinStripe(order, context, own.stripe)).toEqual({ ok: false, reason: 'owner-unknown' });
    const organisations = [{ id: organisationId, slug: 'x', name: 'X' }];
    const member = { ...context, actor: { ...context.actor, organisations } };
    expect(await joinStripe(order, member, own.stripe)).toMatchObject({ ok: true });
    const other = { owner: { personId: scene.treasurerId }, here };
    expect(await joinStripe(other, context, own.stripe)).toEqual({ ok: false, reason: 'owner-unknown' });
  });
});

describe('a batch by Stripe', () => {
  test('pays who has an account there, and settles when their banks took it', async () => {
    const account = await joined(scene.volunteerId);
    // has a bank account only
    await paidVolunteer(own.database, scene, 30);
    const before = await balances(own.database, scene);
    const batchId = await sent();
    expect(await work()).toEqual([]);
    const [line, ...more] = await linesOf(batchId);
    expect(more).toEqual([]);
    expect(line).toMatchObject({ personId: scene.volunteerId, amountCents: 560, state: 'open', bankAccountId: null });
    expect(transfersTo(account)).toMatchObject([{ amount: 560, transfer_group: line?.endToEndId }]);
    expect(payoutsOf(account)).toMatchObject([{ amount: 560, status: 'pending' }]);
    expect(await stateOf(batchId)).toBe('sent');
    bankTakes(account);
    expect(await work()).toEqual([]);
    expect(await stateOf(batchId)).toBe('settled');
    expect(await balances(own.database, scene)).toMatchObject({
      committed: Number(before.committed) - 560,
      payable: 0,
      settled: 560,
    });
    const { findings: found } = await findings(own.database, testNow);
    expect(found.filter(({ offenders }) => offenders.length > 0)).toEqual([]);
  });

  test('settles once whatever the messages do', async () => {
    const account = await joined(scene.volunteerId);
    const batchId = await sent();
    fake.webhooks.mode = 'hold';
    expect(await work()).toEqual([]);
    bankTakes(account);
    fake.webhooks.copies = 3;
    await fake.webhooks.release((held) => [...held].reverse());
    expect((await Promise.all([work(), work()])).flat()).toEqual([]);
    expect(await stateOf(batchId)).toBe('settled');
    expect(await balances(own.database, scene)).toMatchObject({ settled: 560 });
  });

  test('settles by asking, when no message comes', async () => {
    const account = await joined(scene.volunteerId);
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
    const account = await joined(scene.volunteerId);
    const before = await balances(own.database, scene);
    const programme = fake.store.balance(null);
    const batchId = await sent();
    await work();
    bankTakes(account, 'failed');
    expect(await work()).toEqual([]);
    expect(await work()).toEqual([]);
    expect((await linesOf(batchId))[0]).toMatchObject({ state: 'put_back', endReason: 'account_closed' });
    expect(fake.store.balance(account)).toBe(0);
    expect(fake.store.balance(null)).toBe(programme);
    expect(await balances(own.database, scene)).toEqual(before);
    const again = await sent();
    await work();
    bankTakes(account);
    // the payout that failed is not paid by that
    expect(payoutsOf(account)).toHaveLength(2);
    expect(await work()).toEqual([]);
    expect(await stateOf(again)).toBe('settled');
  });

  test('that a bank gives back after it was paid comes back', async () => {
    const account = await joined(scene.volunteerId);
    const batchId = await sent();
    await work();
    bankTakes(account);
    await work();
    expect(await stateOf(batchId)).toBe('settled');
    bankTakes(account, 'failed');
    expect(await work()).toEqual([]);
    expect((await linesOf(batchId))[0]).toMatchObject({ state: 'returned' });
    expect(await balances(own.database, scene)).toMatchObject({ payable: 0, settled: 0 });
    expect(fake.store.balance(account)).toBe(0);
  });

  test('to who stopped at Stripe meanwhile is put back, before or after it was sent', async () => {
    const account = await joined(scene.volunteerId);
    const other = await paidVolunteer(own.database, scene, 60);
    const otherAccount = await joined(other);
    const composed = await compose(treasurer(own.database, scene), scene, { rail: 'stripe' });
    const batch = await own.database.paymentBatch.findUniqueOrThrow({
      where: { number: composed.ok ? composed.value : '' },
    });
    const approval = { batchId: batch.id, revision: batch.revision, oddReason: 'Nagekeken' };
    await approveBatch(approval, treasurer(own.database, scene, 'other'));
    await leaveStripe({ personId: other }, acting(own.database, scene, other, null));
    await sendBatch({ batchId: batch.id, executeOn: null }, treasurer(own.database, scene));
    onboard(fake.store, account, 'refused');
    expect(await work()).toEqual([]);
    expect((await linesOf(batch.id)).map(({ state }) => state)).toEqual(['put_back', 'put_back']);
    expect(transfersTo(account)).toEqual([]);
    expect(transfersTo(otherAccount)).toEqual([]);
    expect(await stateOf(batch.id)).toBe('settled');
  });

  test('is put back by Stripe alone, and never by two treasurers', async () => {
    await joined(scene.volunteerId);
    const batchId = await sent();
    const order = { batchId, lineId: null, reason: 'Komt niet aan.', formKey: newId() };
    expect(await proposePutBack(order, treasurer(own.database, scene))).toEqual({ ok: false, reason: 'line-not-open' });
  });
});

describe('a process that is killed between Stripe and us', () => {
  test.each([
    ['after the transfer', isTransfer],
    ['after the payout', isPayout],
  ])('%s pays nothing twice and loses nothing', async (_when, matches) => {
    const account = await joined(scene.volunteerId);
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
    const account = await joined(scene.volunteerId);
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
    const account = await joined(scene.volunteerId);
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
    const account = await joined(scene.volunteerId);
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
