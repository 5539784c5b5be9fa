import { describe, expect, test } from 'vitest';
import { joinStripe, leaveStripe } from '#app/modules/stripe/commands/join-stripe.server.ts';
import { refreshAccount } from '#app/modules/stripe/commands/refresh-account.server.ts';
import { stripeAccountOf } from '#app/modules/stripe/queries/own-account.query.server.ts';
import { makeOrganisation } from '#tests/factories/index.ts';
import { acting } from '#tests/integration/allowances/scene.ts';
import { here, useStripeRail } from './rail.ts';

const { own, scene, joined, work } = useStripeRail();
const { fake } = own;

describe('an account at Stripe', () => {
  test('is made once for who asks twice, and is ready when all was told', async () => {
    const context = acting(own.database, scene(), scene().volunteerId, null);
    const ask = async () => joinStripe({ owner: { personId: scene().volunteerId }, here }, context, own.stripe);
    const before = fake.store.all('account').length;
    await Promise.all([ask(), ask()]);
    await ask();
    expect(fake.store.all('account')).toHaveLength(before + 1);
    const standing = async () => (await stripeAccountOf(own.database, { personId: scene().volunteerId })).standing;
    await work();
    expect(await standing()).toBe('begun');
    await joined(scene().volunteerId, 'partly');
    expect(await standing()).toBe('begun');
    const accountId = await joined(scene().volunteerId, 'refused');
    expect(await standing()).toBe('stopped');
    await joined(scene().volunteerId);
    expect(await standing()).toBe('ready');
    expect(fake.store.get('account', accountId).settings.payouts.schedule.interval).toBe('manual');
    expect(await leaveStripe({ personId: scene().volunteerId }, context)).toEqual({ ok: true });
    expect(await standing()).toBe('none');
  });

  test('is asked again when its message was lost', async () => {
    fake.webhooks.mode = 'drop';
    const accountId = await joined(scene().volunteerId);
    const standing = async () => (await stripeAccountOf(own.database, { personId: scene().volunteerId })).standing;
    expect(await standing()).toBe('begun');
    await refreshAccount(accountId, own.stripe, { database: own.database });
    expect(await standing()).toBe('ready');
  });

  test('of an organisation is begun by its own people alone', async () => {
    const organisationId = await makeOrganisation(own.database, { members: [scene().volunteerId] });
    const context = acting(own.database, scene(), scene().volunteerId, null);
    const order = { owner: { organisationId }, here };
    expect(await joinStripe(order, context, own.stripe)).toEqual({ ok: false, reason: 'owner-unknown' });
    const organisations = [{ id: organisationId, slug: 'x', name: 'X' }];
    const member = { ...context, actor: { ...context.actor, organisations } };
    expect(await joinStripe(order, member, own.stripe)).toMatchObject({ ok: true });
    const other = { owner: { personId: scene().treasurerId }, here };
    expect(await joinStripe(other, context, own.stripe)).toEqual({ ok: false, reason: 'owner-unknown' });
  });
});
