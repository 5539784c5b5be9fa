import { beforeEach } from 'vitest';
import { calendarDate, dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import type { ChangeSubject, PaymentWay } from '#app/modules/budgets/change.ts';
import { approveChange, type HandToStripe } from '#app/modules/budgets/commands/approve-change.server.ts';
import { proposeChange } from '#app/modules/budgets/commands/propose-change.server.ts';
import { decisionMoney } from '#app/modules/budgets/queries/promise-money.query.server.ts';
import { organisationPayments } from '#app/modules/payouts/queries/organisation-payments.query.server.ts';
import { payoutEvents, stripePayHandlers } from '#app/modules/payouts/stripe-handlers.server.ts';
import { stripeHandlers } from '#app/modules/stripe/handle-events.server.ts';
import { accountEvents } from '#app/modules/stripe/stripe-part.server.ts';
import { handChangeToStripe } from '#app/modules/payouts/commands/hand-change-to-stripe.server.ts';
import { joinStripe } from '#app/modules/stripe/commands/join-stripe.server.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { makeInitiative, makeOrganisation, makePerson, testNow } from '#tests/factories/index.ts';
import { as, confirmed, makeScene, prepared, type Scene } from '#tests/integration/decisions/scene.ts';
import { useStripe, type StripeScene } from '#tests/integration/donations/scene.ts';
import { endPayout, onboard } from '#tests/stripe/connect.ts';

/** A decision that promised 1,000.00 to an organisation, with somebody of it. */
type OrganisationScene = Scene & {
  payeeId: string;
  memberId: string;
  decisionId: string;
  number: string;
};

async function makePromise(database: Database): Promise<OrganisationScene> {
  const scene = await makeScene(database);
  const memberId = await makePerson(database);
  const payeeId = await makeOrganisation(database, { members: [memberId] });
  const { bodyId } = scene;
  const plan = { bodyId, stage: 'deciding', organisationId: payeeId, requestedCents: 1000_00 } as const;
  const initiativeId = await makeInitiative(database, plan);
  const number = await confirmed(database, scene, await prepared(database, scene, initiativeId));
  const { id: decisionId } = await database.decision.findUniqueOrThrow({ where: { number } });
  return { ...scene, payeeId, memberId, decisionId, number };
}

/** Somebody of the organisation, without any role. */
export function memberOf({ memberId, payeeId }: OrganisationScene): Actor {
  return {
    person: { id: memberId, email: 'lid@wijkbeurs.example', name: 'Lid', locale: 'nl' },
    sessionId: null,
    roles: [],
    organisations: [{ id: payeeId, slug: 'x', name: 'X' }],
    secondFactor: false,
    demo: false,
  };
}

/** The organisation told Stripe what it asks. @returns the account as Stripe names it */
async function organisationJoined(own: StripeScene, scene: OrganisationScene): Promise<string> {
  const { database } = own;
  const context = { database, now: testNow, actor: memberOf(scene) } as Parameters<typeof joinStripe>[1];
  const here = 'https://x.example/mijn/organisaties/x/stripe';
  const url = await joinStripe({ owner: { organisationId: scene.payeeId }, here }, context, own.stripe);
  if (!url.ok) throw new Error(url.reason);
  const accountId = /onboard\/(\w+)/.exec(url.value)?.[1] ?? '';
  onboard(own.fake.store, accountId, 'complete');
  await own.fake.webhooks.settled();
  await own.work(testNow);
  return accountId;
}

type Given = { way?: PaymentWay; amount?: number; now?: Date; reason?: string };

export async function propose(
  database: Database,
  scene: OrganisationScene,
  subject: ChangeSubject,
  { way, amount = 400_00, now = testNow, reason = 'De eerste helft' }: Given = {},
) {
  const change = { ...subject, amount: cents(amount), reason, occurredOn: calendarDate(dayInAmsterdam(now)) };
  const input = { change: { ...change, ...(way === undefined ? {} : { way }) }, formKey: newId() };
  return proposeChange(input, as(database, scene, 'manager', { now }));
}

export const payment = (scene: OrganisationScene): ChangeSubject => ({
  kind: 'payment',
  decisionId: scene.decisionId,
  fromFundId: scene.fundId,
});

export async function approve(
  database: Database,
  scene: OrganisationScene,
  changeId: string,
  given: { who?: 'budgetHolder' | 'otherBudgetHolder'; toStripe?: HandToStripe | null; now?: Date } = {},
) {
  const { who = 'budgetHolder', toStripe = handChangeToStripe, now = testNow } = given;
  return approveChange({ changeId }, as(database, scene, who, { now }), toStripe);
}

/** A payment by Stripe that two persons agreed on. */
export async function agreedByStripe(database: Database, scene: OrganisationScene, amount = 400_00) {
  const proposed = await propose(database, scene, payment(scene), { way: 'stripe', amount });
  if (!proposed.ok) throw new Error(proposed.reason);
  const approved = await approve(database, scene, proposed.value);
  if (!approved.ok) throw new Error(approved.reason);
  return { id: proposed.value, number: approved.value };
}

/** A fake Stripe, and before each test a promise to an organisation that joined it. Call at the top of a test file. */
export function useOrganisation() {
  const own = useStripe([...stripePayHandlers, ...stripeHandlers([accountEvents, payoutEvents])]);
  const { fake } = own;
  let scene: OrganisationScene | undefined;
  let account = '';
  const there = () => {
    if (scene === undefined) throw new Error('the promise is there from beforeEach on');
    return scene;
  };

  beforeEach(async () => {
    await own.work(testNow);
    Object.assign(fake.webhooks, { mode: 'send', copies: 1 });
    fake.webhooks.held.length = 0;
    scene = await makePromise(own.database);
    account = await organisationJoined(own, scene);
    fake.store.move(null, 5_000_00 - fake.store.balance(null));
  });

  const payouts = () => fake.store.all('payout').filter((payout) => payout.account === account);
  const manager = () => as(own.database, there(), 'manager').actor;
  return {
    own,
    fake,
    scene: there,
    account: () => account,
    manager,
    payouts,
    transfers: () => fake.store.all('transfer').filter(({ destination }) => destination === account),
    /** Does what the worker would, so many hours later. @returns messages of what failed */
    work: async (hours = 0) => {
      await fake.webhooks.settled();
      return own.work(new Date(testNow.getTime() + hours * 3_600_000));
    },
    bankTakes: (how: 'paid' | 'failed' = 'paid') => {
      for (const { id } of payouts()) endPayout(fake.store, id, how);
    },
    stateOf: async (changeId: string) =>
      (await own.database.changePayment.findUniqueOrThrow({ where: { changeId } })).state,
    seen: async (number: string, actor = manager()) => organisationPayments(own.database, actor, { number }),
    money: async () => decisionMoney(own.database, there().number),
    /** Two persons undo a payment. */
    undo: async (changeId: string) => {
      const entry = await own.database.ledgerEntry.findUniqueOrThrow({ where: { changeId } });
      const proposed = await propose(own.database, there(), { kind: 'correction', correctsId: entry.id });
      return proposed.ok ? approve(own.database, there(), proposed.value) : proposed;
    },
  };
}

export const isTransfer = ({ method, path }: { method: string; path: string }) =>
  method === 'POST' && path === '/v1/transfers';
export const isPayout = ({ method, path }: { method: string; path: string }) =>
  method === 'POST' && path === '/v1/payouts';
