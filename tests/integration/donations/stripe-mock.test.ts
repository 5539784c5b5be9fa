import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { answerRefund } from '#app/modules/donations/commands/answer-refund.server.ts';
import { proposeRefund } from '#app/modules/donations/commands/propose-refund.server.ts';
import { giftHandlers } from '#app/modules/donations/handlers.server.ts';
import { giftEvents } from '#app/modules/donations/stripe-part.server.ts';
import { approveBatch } from '#app/modules/payouts/commands/approve-batch.server.ts';
import { sendBatch } from '#app/modules/payouts/commands/send-batch.server.ts';
import { payoutEvents, stripePayHandlers } from '#app/modules/payouts/stripe-handlers.server.ts';
import { catchUp } from '#app/modules/stripe/commands/catch-up.server.ts';
import { joinStripe } from '#app/modules/stripe/commands/join-stripe.server.ts';
import { stripeHandlers } from '#app/modules/stripe/handle-events.server.ts';
import { accountEvents } from '#app/modules/stripe/stripe-part.server.ts';
import { makeOrganisation, testNow } from '#tests/factories/index.ts';
import { acting } from '#tests/integration/allowances/scene.ts';
import { compose, makePayouts, treasurer } from '#tests/integration/payouts/scene.ts';
import { openDispute, pay } from '#tests/stripe/checkout.ts';
import { endPayout, onboard } from '#tests/stripe/connect.ts';
import { findStripeMock, startStripeMock } from '#tests/stripe/stripe-mock.ts';
import { begun, by, makeOffice, openedPurpose, useStripe } from './scene.ts';

const path = findStripeMock();
const why = 'stripe-mock is not here (go install github.com/stripe/stripe-mock@latest, or STRIPE_MOCK_PATH)';
if (path === null) console.warn(`Skipped: ${why}`);

const scene = useStripe([
  ...giftHandlers,
  ...stripePayHandlers,
  ...stripeHandlers([giftEvents, accountEvents, payoutEvents]),
]);
const { fake } = scene;
let mock: { url: string; stop: () => void } | null = null;

beforeAll(async () => {
  if (path !== null) mock = await startStripeMock(path);
});

afterAll(() => mock?.stop());

/** Everything for which the product calls Stripe, against the fake. */
async function everything(): Promise<void> {
  const { database, stripe } = scene;
  const office = await makeOffice(database);
  await openedPurpose(database, office, null);
  const gift = await begun(scene);
  pay(fake.store, gift.sessionId, 'now');
  await fake.webhooks.settled();
  await scene.work();
  const as = async (who: 'manager' | 'holder') => by(database, office, who, new Date());
  const refund = { formKey: newId(), giftId: gift.giftId, amount: cents(5_00), reason: 'Gevraagd.' };
  expect(await proposeRefund(refund, await as('manager'))).toMatchObject({ ok: true });
  const approval = { refundId: refund.formKey, answer: 'approve', reason: '' } as const;
  expect(await answerRefund(approval, await as('holder'))).toMatchObject({ ok: true });
  // after a day, so that it is looked for first
  await scene.work(new Date(Date.now() + 30 * 3_600_000));
  const { intentId } = await database.gift.findUniqueOrThrow({ where: { id: gift.giftId } });
  openDispute(fake.store, intentId ?? '');
  await fake.webhooks.settled();
  await scene.work();
  const payouts = await makePayouts(database);
  const here = 'https://x.example/mijn-vergoedingen/stripe';
  const volunteer = acting(database, payouts, payouts.volunteerId, null);
  const organisationId = await makeOrganisation(database, { members: [payouts.volunteerId] });
  const organisations = [{ id: organisationId, slug: 'x', name: 'X' }];
  const member = { ...volunteer, actor: { ...volunteer.actor, organisations } };
  await joinStripe({ owner: { organisationId }, here }, member, stripe);
  await joinStripe({ owner: { personId: payouts.volunteerId }, here }, volunteer, stripe);
  const row = await database.stripeAccount.findFirstOrThrow({ where: { personId: payouts.volunteerId } });
  onboard(fake.store, row.accountId ?? '', 'complete');
  await fake.webhooks.settled();
  await scene.work(testNow);
  fake.store.move(null, 1_000_00);
  const composed = await compose(treasurer(database, payouts), payouts, { rail: 'stripe' });
  const number = composed.ok ? composed.value : '';
  const batch = await database.paymentBatch.findUniqueOrThrow({ where: { number } });
  const order = { batchId: batch.id, revision: batch.revision, oddReason: 'Nagekeken' };
  await approveBatch(order, treasurer(database, payouts, 'other'));
  await sendBatch({ batchId: batch.id, executeOn: null }, treasurer(database, payouts));
  await scene.work(new Date(testNow.getTime() + 30 * 3_600_000));
  for (const { id } of fake.store.all('payout')) endPayout(fake.store, id, 'failed');
  await fake.webhooks.settled();
  await scene.work(new Date(testNow.getTime() + 30 * 3_600_000));
  await catchUp(stripe, {
    database,
    now: new Date(),
    since: new Date(Date.now() - 60_000),
    accountIds: [row.accountId ?? ''],
  });
}

const kindOf = ({ method, path: at }: { method: string; path: string }) =>
  `${method} ${at.replace(/_(?=[a-z0-9]{20,}$|[a-z0-9]{20,}\/)[a-z0-9]+/, '_…')}`;

test.skipIf(path === null)(
  path === null ? why : "Stripe's own stripe-mock accepts every request that the product makes",
  async () => {
    await everything();
    const refused: string[] = [];
    for (const call of fake.calls) {
      const headers: Record<string, string> = {
        Authorization: 'Bearer sk_test_123',
        'Stripe-Version': '2026-10-28.endive',
        ...(call.account === null ? {} : { 'Stripe-Account': call.account }),
        ...(call.idempotencyKey === null ? {} : { 'Idempotency-Key': call.idempotencyKey }),
        ...(call.method === 'POST' ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {}),
      };
      const answer = await fetch(`${mock?.url ?? ''}${call.path}${call.search}`, {
        method: call.method,
        headers,
        ...(call.method === 'POST' ? { body: call.body } : {}),
      });
      if (answer.status !== 200) refused.push(`${kindOf(call)}: ${String(answer.status)} ${await answer.text()}`);
    }
    expect(refused).toEqual([]);
    expect([...new Set(fake.calls.map(kindOf))].sort()).toMatchInlineSnapshot(`
      [
        "GET /v1/accounts/acct_…",
        "GET /v1/charges/ch_…",
        "GET /v1/checkout/sessions/cs_test_…",
        "GET /v1/disputes",
        "GET /v1/disputes/dp_…",
        "GET /v1/events",
        "GET /v1/payment_intents/pi_…",
        "GET /v1/payouts",
        "GET /v1/payouts/po_…",
        "GET /v1/refunds",
        "GET /v1/refunds/re_…",
        "GET /v1/transfers",
        "GET /v1/transfers/tr_…",
        "POST /v1/account_links",
        "POST /v1/accounts",
        "POST /v1/checkout/sessions",
        "POST /v1/payouts",
        "POST /v1/refunds",
        "POST /v1/transfers",
        "POST /v1/transfers/tr_…/reversals",
      ]
    `);
  },
);
