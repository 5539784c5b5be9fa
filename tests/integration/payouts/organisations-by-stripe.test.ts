import { beforeEach, describe, expect, test } from 'vitest';
import { newChangeChoices } from '#app/modules/budgets/queries/new-change.query.server.ts';
import { decisionMoney } from '#app/modules/budgets/queries/promise-money.query.server.ts';
import { proposedChange } from '#app/modules/budgets/queries/proposed-change.query.server.ts';
import { findings } from '#app/modules/control/queries/findings.query.server.ts';
import {
  organisationPayments,
  stripePaymentsAtWork,
} from '#app/modules/payouts/queries/organisation-payments.query.server.ts';
import { payoutEvents, stripePayHandlers } from '#app/modules/payouts/stripe-handlers.server.ts';
import { leaveStripe } from '#app/modules/stripe/commands/join-stripe.server.ts';
import { stripeHandlers } from '#app/modules/stripe/handle-events.server.ts';
import { accountEvents } from '#app/modules/stripe/stripe-part.server.ts';
import { makeOrganisation, makePerson, testNow } from '#tests/factories/index.ts';
import { as } from '#tests/integration/decisions/scene.ts';
import { useStripe } from '#tests/integration/donations/scene.ts';
import { endPayout, onboard } from '#tests/stripe/connect.ts';
import {
  agreedByStripe,
  approve,
  makePromise,
  memberOf,
  organisationJoined,
  payment,
  propose,
  type OrganisationScene,
} from './organisation-scene.ts';

const own = useStripe([...stripePayHandlers, ...stripeHandlers([accountEvents, payoutEvents])]);
const { fake } = own;
let scene: OrganisationScene;
let account: string;

beforeEach(async () => {
  await own.work(testNow);
  Object.assign(fake.webhooks, { mode: 'send', copies: 1 });
  fake.webhooks.held.length = 0;
  scene = await makePromise(own.database);
  account = await organisationJoined(own, scene);
  fake.store.move(null, 5_000_00 - fake.store.balance(null));
});

const work = async (hours = 0) => {
  await fake.webhooks.settled();
  return own.work(new Date(testNow.getTime() + hours * 3_600_000));
};
const transfers = () => fake.store.all('transfer').filter(({ destination }) => destination === account);
const payouts = () => fake.store.all('payout').filter((payout) => payout.account === account);
const bankTakes = (how: 'paid' | 'failed' = 'paid') => {
  for (const { id } of payouts()) endPayout(fake.store, id, how);
};
const stateOf = async (changeId: string) =>
  (await own.database.changePayment.findUniqueOrThrow({ where: { changeId } })).state;
const manager = () => as(own.database, scene, 'manager').actor;
const seen = async (number: string, actor = manager()) => organisationPayments(own.database, actor, { number });
const money = async () => decisionMoney(own.database, scene.number);
const entryOf = async (changeId: string) =>
  (await own.database.ledgerEntry.findUniqueOrThrow({ where: { changeId } })).id;
const undo = async (changeId: string) => {
  const proposed = await propose(own.database, scene, { kind: 'correction', correctsId: await entryOf(changeId) });
  return proposed.ok ? approve(own.database, scene, proposed.value) : proposed;
};
const isTransfer = ({ method, path }: { method: string; path: string }) =>
  method === 'POST' && path === '/v1/transfers';
const isPayout = ({ method, path }: { method: string; path: string }) => method === 'POST' && path === '/v1/payouts';

describe('a payment by Stripe', () => {
  test('can be chosen for an organisation that joined, and for nobody else', async () => {
    const choices = async () => (await newChangeChoices(own.database, manager(), 'payment')).subjects;
    expect(await choices()).toMatchObject([{ slug: scene.number, byStripe: true }]);
    onboard(fake.store, account, 'refused');
    await work();
    expect(await choices()).toMatchObject([{ byStripe: false }]);
    expect(await propose(own.database, scene, payment(scene), { way: 'stripe' })).toEqual({
      ok: false,
      reason: 'stripe-not-ready',
    });
    const { fundId: fromFundId, decisionId } = scene;
    const release = { kind: 'release', fromFundId, decisionId } as const;
    expect(await propose(own.database, scene, release, { way: 'stripe' })).toMatchObject({ ok: false });
    expect(await propose(own.database, scene, payment(scene))).toMatchObject({ ok: true });
  });

  test('goes to the bank of the organisation, and is seen by who works on it and by the organisation', async () => {
    const proposed = await propose(own.database, scene, payment(scene), { way: 'stripe' });
    const id = proposed.ok ? proposed.value : '';
    const holder = as(own.database, scene, 'budgetHolder').actor;
    expect(await proposedChange(own.database, holder, id, true)).toMatchObject({ way: 'stripe', block: null });
    const approved = await approve(own.database, scene, id);
    const number = approved.ok ? approved.value : '';
    expect(await work()).toEqual([]);
    expect(transfers()).toMatchObject([{ amount: 400_00, metadata: { change: id } }]);
    expect(payouts()).toMatchObject([{ amount: 400_00, status: 'pending', statement_descriptor: number }]);
    expect(await seen(number)).toMatchObject([{ standing: 'under-way', isWork: true, mayUndo: true, undo: null }]);
    expect(await stripePaymentsAtWork(own.database, manager())).toMatchObject([{ number }]);
    bankTakes();
    expect(await work()).toEqual([]);
    expect(await seen(number, memberOf(scene))).toMatchObject([
      { standing: 'paid', amount: 400_00, isWork: false, mayUndo: false },
    ]);
    expect(await stripePaymentsAtWork(own.database, manager())).toEqual([]);
    expect(await money()).toMatchObject({ paid: 400_00, open: 600_00 });
    const { findings: found } = await findings(own.database, testNow);
    expect(found.filter(({ offenders }) => offenders.length > 0)).toEqual([]);
  });

  test('is seen by nobody else', async () => {
    const { number } = await agreedByStripe(own.database, scene);
    const stranger = memberOf({
      ...scene,
      memberId: await makePerson(own.database),
      payeeId: await makeOrganisation(own.database),
    });
    expect(await seen(number, stranger)).toEqual([]);
    expect(await seen(number, { ...stranger, person: null, organisations: [] })).toEqual([]);
    expect(await stripePaymentsAtWork(own.database, memberOf(scene))).toEqual([]);
  });

  test('is made once, whoever approves it at the same instant', async () => {
    const proposed = await propose(own.database, scene, payment(scene), { way: 'stripe' });
    const id = proposed.ok ? proposed.value : '';
    const outcomes = await Promise.all([
      approve(own.database, scene, id),
      approve(own.database, scene, id),
      approve(own.database, scene, id, { who: 'otherBudgetHolder' }),
    ]);
    expect(outcomes.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(1);
    expect((await Promise.all([work(), work()])).flat()).toEqual([]);
    expect([transfers().length, payouts().length]).toEqual([1, 1]);
  });

  test('waits for nobody when Stripe is off, and says so', async () => {
    const proposed = await propose(own.database, scene, payment(scene), { way: 'stripe' });
    const id = proposed.ok ? proposed.value : '';
    const holder = as(own.database, scene, 'budgetHolder').actor;
    expect(await proposedChange(own.database, holder, id, false)).toMatchObject({ block: 'stripe-off' });
    expect(await approve(own.database, scene, id, { toStripe: null })).toEqual({ ok: false, reason: 'stripe-off' });
    await leaveStripe({ organisationId: scene.payeeId }, {
      database: own.database,
      now: testNow,
      actor: memberOf(scene),
    } as Parameters<typeof leaveStripe>[1]);
    expect(await proposedChange(own.database, holder, id, true)).toMatchObject({ block: 'stripe-not-ready' });
    expect(await approve(own.database, scene, id)).toEqual({ ok: false, reason: 'stripe-not-ready' });
    expect(await money()).toMatchObject({ paid: 0, open: 1000_00 });
    await work();
    expect(transfers()).toEqual([]);
  });

  test('cannot be approved without being handed to Stripe', async () => {
    const proposed = await propose(own.database, scene, payment(scene), { way: 'stripe' });
    const id = proposed.ok ? proposed.value : '';
    const nothing = async () => Promise.resolve();
    await expect(approve(own.database, scene, id, { toStripe: nothing })).rejects.toThrow('change_goes_by_stripe');
  });
});

describe('messages of Stripe', () => {
  test('settle once, twice or in any order', async () => {
    const { id } = await agreedByStripe(own.database, scene);
    fake.webhooks.mode = 'hold';
    expect(await work()).toEqual([]);
    bankTakes();
    fake.webhooks.copies = 3;
    await fake.webhooks.release((held) => [...held].reverse());
    expect((await Promise.all([work(), work()])).flat()).toEqual([]);
    expect(await stateOf(id)).toBe('settled');
  });

  test('that are lost are made up for, and what was paid is asked about once a day', async () => {
    const { id } = await agreedByStripe(own.database, scene);
    fake.webhooks.mode = 'drop';
    await work();
    bankTakes();
    const check = async (hours: number) => {
      const now = new Date(testNow.getTime() + hours * 3_600_000);
      const mailer = { send: async () => Promise.resolve() };
      const context = {
        database: own.database,
        mailer,
        publicUrl: '',
        secret: '',
        now,
        stripe: own.stripe,
        jobKey: 'x',
      };
      await stripePayHandlers.find(({ name }) => name === 'check-stripe-lines')?.run({}, context);
      const before = fake.calls.length;
      expect(await work(hours)).toEqual([]);
      return fake.calls.slice(before).filter(({ account: of }) => of === account).length;
    };
    expect(await check(2)).toBe(1);
    expect(await stateOf(id)).toBe('settled');
    expect(await check(3)).toBe(0);
    expect(await check(24)).toBe(1);
  });
});

describe('a payment that does not arrive', () => {
  test('comes back to us, is undone by two persons, and can be paid again', async () => {
    const balance = fake.store.balance(null);
    const { id, number } = await agreedByStripe(own.database, scene);
    await work();
    expect(await undo(id)).toEqual({ ok: false, reason: 'payment-under-way' });
    expect((await newChangeChoices(own.database, manager(), 'correction')).subjects).toEqual([]);
    bankTakes('failed');
    expect(await work()).toEqual([]);
    expect(await stateOf(id)).toBe('put_back');
    expect(fake.store.balance(null)).toBe(balance);
    expect(fake.store.balance(account)).toBe(0);
    expect(await seen(number)).toMatchObject([{ standing: 'not-paid', reason: 'account_closed', undo: null }]);
    expect(await stripePaymentsAtWork(own.database, manager())).toMatchObject([{ number }]);
    // never silently: the ledger says paid until two persons undo it
    expect(await money()).toMatchObject({ paid: 400_00 });
    expect((await newChangeChoices(own.database, manager(), 'correction')).subjects).toMatchObject([{ slug: number }]);
    const undone = await undo(id);
    expect(undone).toMatchObject({ ok: true });
    expect(await seen(number)).toMatchObject([{ undo: { state: 'done', number: undone.ok ? undone.value : '' } }]);
    expect(await stripePaymentsAtWork(own.database, manager())).toEqual([]);
    expect(await money()).toMatchObject({ paid: 0, open: 1000_00 });
    const again = await agreedByStripe(own.database, scene, 1000_00);
    await work();
    const last = payouts().at(-1)?.id ?? '';
    endPayout(fake.store, last, 'paid');
    expect(await work()).toEqual([]);
    expect(await stateOf(again.id)).toBe('settled');
    expect(await stateOf(id)).toBe('put_back');
  });

  test('tells both who agreed on it, once', async () => {
    const { id } = await agreedByStripe(own.database, scene);
    await work();
    bankTakes('failed');
    await work();
    const mails = await own.database.$queryRaw<{ key: string }[]>`
      select key from graphile_worker.jobs where key like 'mail-payment-failed:' || ${id} || ':%' order by key`;
    const { manager: proposer, budgetHolder: approver } = scene.people;
    expect(mails.map(({ key }) => key.split(':')[2])).toEqual([proposer, approver].sort());
  });

  test('after it was paid comes back', async () => {
    const { id, number } = await agreedByStripe(own.database, scene);
    await work();
    bankTakes();
    await work();
    expect(await stateOf(id)).toBe('settled');
    bankTakes('failed');
    expect(await work()).toEqual([]);
    expect(await seen(number)).toMatchObject([{ standing: 'came-back', paidOn: '2026-11-21', undo: null }]);
    expect(fake.store.balance(account)).toBe(0);
    expect(await undo(id)).toMatchObject({ ok: true });
  });

  test('because Stripe refuses the organisation by then, never left us', async () => {
    const { id } = await agreedByStripe(own.database, scene);
    onboard(fake.store, account, 'refused');
    expect(await work()).toEqual([]);
    expect(await stateOf(id)).toBe('put_back');
    expect(transfers()).toEqual([]);
  });

  test('finds too little on the balance, says so, and is paid when there is', async () => {
    const { id, number } = await agreedByStripe(own.database, scene);
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
    const { id } = await agreedByStripe(own.database, scene);
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
    const { id } = await agreedByStripe(own.database, scene);
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
    const { id } = await agreedByStripe(own.database, scene);
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

test('who asks for a code to sign in does not wait for thousands of payments', async () => {
  const { id } = await agreedByStripe(own.database, scene);
  const jobs = await own.database.$queryRaw<{ key: string; priority: number }[]>`
    select key, priority from graphile_worker.jobs where key in (${`pay-by-stripe:${id}`}, ${`mail-change-answered:${id}`})
      order by priority`;
  expect(jobs.map(({ key }) => key.split(':')[0])).toEqual(['mail-change-answered', 'pay-by-stripe']);
  expect(jobs[0]?.priority).toBeLessThan(jobs[1]?.priority ?? 0);
});
