import { describe, expect, test } from 'vitest';
import { newChangeChoices } from '#app/modules/budgets/queries/new-change.query.server.ts';
import { proposedChange } from '#app/modules/budgets/queries/proposed-change.query.server.ts';
import { findings } from '#app/modules/control/queries/findings.query.server.ts';
import { stripePaymentsAtWork } from '#app/modules/payouts/queries/organisation-payments.query.server.ts';
import { stripePayHandlers } from '#app/modules/payouts/stripe-handlers.server.ts';
import { leaveStripe } from '#app/modules/stripe/commands/join-stripe.server.ts';
import { makeOrganisation, makePerson, testNow } from '#tests/factories/index.ts';
import { as } from '#tests/integration/decisions/scene.ts';
import { onboard } from '#tests/stripe/connect.ts';
import { agreedByStripe, approve, memberOf, payment, propose, useOrganisation } from './organisation-scene.ts';

const { own, fake, scene, account, manager, payouts, transfers, work, bankTakes, stateOf, seen, money } =
  useOrganisation();

describe('a payment by Stripe', () => {
  test('can be chosen for an organisation that joined, and for nobody else', async () => {
    const choices = async () => (await newChangeChoices(own.database, manager(), 'payment')).subjects;
    expect(await choices()).toMatchObject([{ slug: scene().number, byStripe: true }]);
    onboard(fake.store, account(), 'refused');
    await work();
    expect(await choices()).toMatchObject([{ byStripe: false }]);
    expect(await propose(own.database, scene(), payment(scene()), { way: 'stripe' })).toEqual({
      ok: false,
      reason: 'stripe-not-ready',
    });
    const { fundId: fromFundId, decisionId } = scene();
    const release = { kind: 'release', fromFundId, decisionId } as const;
    expect(await propose(own.database, scene(), release, { way: 'stripe' })).toMatchObject({ ok: false });
    expect(await propose(own.database, scene(), payment(scene()))).toMatchObject({ ok: true });
  });

  test('goes to the bank of the organisation, and is seen by who works on it and by the organisation', async () => {
    const proposed = await propose(own.database, scene(), payment(scene()), { way: 'stripe' });
    const id = proposed.ok ? proposed.value : '';
    const holder = as(own.database, scene(), 'budgetHolder').actor;
    expect(await proposedChange(own.database, holder, id, true)).toMatchObject({ way: 'stripe', block: null });
    const approved = await approve(own.database, scene(), id);
    const number = approved.ok ? approved.value : '';
    expect(await work()).toEqual([]);
    expect(transfers()).toMatchObject([{ amount: 400_00, metadata: { change: id } }]);
    expect(payouts()).toMatchObject([{ amount: 400_00, status: 'pending', statement_descriptor: number }]);
    expect(await seen(number)).toMatchObject([{ standing: 'under-way', isWork: true, mayUndo: true, undo: null }]);
    expect(await stripePaymentsAtWork(own.database, manager())).toMatchObject([{ number }]);
    bankTakes();
    expect(await work()).toEqual([]);
    expect(await seen(number, memberOf(scene()))).toMatchObject([
      { standing: 'paid', amount: 400_00, isWork: false, mayUndo: false },
    ]);
    expect(await stripePaymentsAtWork(own.database, manager())).toEqual([]);
    expect(await money()).toMatchObject({ paid: 400_00, open: 600_00 });
    const { findings: found } = await findings(own.database, testNow);
    expect(found.filter(({ offenders }) => offenders.length > 0)).toEqual([]);
  });

  test('is seen by nobody else', async () => {
    const { number } = await agreedByStripe(own.database, scene());
    const stranger = memberOf({
      ...scene(),
      memberId: await makePerson(own.database),
      payeeId: await makeOrganisation(own.database),
    });
    expect(await seen(number, stranger)).toEqual([]);
    expect(await seen(number, { ...stranger, person: null, organisations: [] })).toEqual([]);
    expect(await stripePaymentsAtWork(own.database, memberOf(scene()))).toEqual([]);
  });

  test('is made once, whoever approves it at the same instant', async () => {
    const proposed = await propose(own.database, scene(), payment(scene()), { way: 'stripe' });
    const id = proposed.ok ? proposed.value : '';
    const outcomes = await Promise.all([
      approve(own.database, scene(), id),
      approve(own.database, scene(), id),
      approve(own.database, scene(), id, { who: 'otherBudgetHolder' }),
    ]);
    expect(outcomes.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(1);
    expect((await Promise.all([work(), work()])).flat()).toEqual([]);
    expect([transfers().length, payouts().length]).toEqual([1, 1]);
  });

  test('waits for nobody when Stripe is off, and says so', async () => {
    const proposed = await propose(own.database, scene(), payment(scene()), { way: 'stripe' });
    const id = proposed.ok ? proposed.value : '';
    const holder = as(own.database, scene(), 'budgetHolder').actor;
    expect(await proposedChange(own.database, holder, id, false)).toMatchObject({ block: 'stripe-off' });
    expect(await approve(own.database, scene(), id, { toStripe: null })).toEqual({ ok: false, reason: 'stripe-off' });
    await leaveStripe({ organisationId: scene().payeeId }, {
      database: own.database,
      now: testNow,
      actor: memberOf(scene()),
    } as Parameters<typeof leaveStripe>[1]);
    expect(await proposedChange(own.database, holder, id, true)).toMatchObject({ block: 'stripe-not-ready' });
    expect(await approve(own.database, scene(), id)).toEqual({ ok: false, reason: 'stripe-not-ready' });
    expect(await money()).toMatchObject({ paid: 0, open: 1000_00 });
    await work();
    expect(transfers()).toEqual([]);
  });

  test('cannot be approved without being handed to Stripe', async () => {
    const proposed = await propose(own.database, scene(), payment(scene()), { way: 'stripe' });
    const id = proposed.ok ? proposed.value : '';
    const nothing = async () => Promise.resolve();
    await expect(approve(own.database, scene(), id, { toStripe: nothing })).rejects.toThrow('change_goes_by_stripe');
  });
});

describe('messages of Stripe', () => {
  test('settle once, twice or in any order', async () => {
    const { id } = await agreedByStripe(own.database, scene());
    fake.webhooks.mode = 'hold';
    expect(await work()).toEqual([]);
    bankTakes();
    fake.webhooks.copies = 3;
    await fake.webhooks.release((held) => [...held].reverse());
    expect((await Promise.all([work(), work()])).flat()).toEqual([]);
    expect(await stateOf(id)).toBe('settled');
  });

  test('that are lost are made up for, and what was paid is asked about once a day', async () => {
    const { id } = await agreedByStripe(own.database, scene());
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
      return fake.calls.slice(before).filter(({ account: of }) => of === account()).length;
    };
    expect(await check(2)).toBe(1);
    expect(await stateOf(id)).toBe('settled');
    expect(await check(3)).toBe(0);
    expect(await check(24)).toBe(1);
  });
});

test('who asks for a code to sign in does not wait for thousands of payments', async () => {
  const { id } = await agreedByStripe(own.database, scene());
  const jobs = await own.database.$queryRaw<{ key: string; priority: number }[]>`
    select key, priority from graphile_worker.jobs where key in (${`pay-by-stripe:${id}`}, ${`mail-change-answered:${id}`})
      order by priority`;
  expect(jobs.map(({ key }) => key.split(':')[0])).toEqual(['mail-change-answered', 'pay-by-stripe']);
  expect(jobs[0]?.priority).toBeLessThan(jobs[1]?.priority ?? 0);
});
