import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { beginGift, type BeginGift } from '#app/modules/donations/commands/begin-gift.server.ts';
import { openPurpose } from '#app/modules/donations/commands/set-purpose.server.ts';
import { giftHandlers } from '#app/modules/donations/handlers.server.ts';
import { giftEvents } from '#app/modules/donations/stripe-part.server.ts';
import { openMoneySource } from '#app/modules/ledger/commands/open-money-source.server.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import { actorOfPerson } from '#app/modules/people/queries/actor.query.server.ts';
import type { Role } from '#app/modules/people/role.ts';
import { stripeHandlers } from '#app/modules/stripe/handle-events.server.ts';
import type { Context, Database } from '#app/platform/database.server.ts';
import { readEnv } from '#app/platform/env.server.ts';
import type { JobHandler } from '#app/platform/jobs.server.ts';
import { openListener } from '#app/platform/listener.server.ts';
import { openLog } from '#app/platform/log.server.ts';
import type { Platform } from '#app/platform/platform.server.ts';
import { openStripe, type StripeGate } from '#app/platform/stripe.server.ts';
import { stripeWebhook } from '#app/server/stripe-webhook.ts';
import { makeBody, makeMembership, makePerson, testNow } from '#tests/factories/index.ts';
import { FakeStripe } from '#tests/stripe/fake-stripe.ts';
import { useTestDatabase, type TestDatabase } from '#tests/support/database.ts';

export type StripeScene = TestDatabase & {
  readonly fake: FakeStripe;
  readonly stripe: StripeGate;
  /** Does what the worker would, until nothing waits that can be done. @returns messages of what failed */
  work(now?: Date): Promise<string[]>;
};

/** A fake Stripe and the product's own webhook over HTTP, and a database. Call at the top of a test file. */
export function useStripe(
  handlers: readonly JobHandler[] = [...giftHandlers, ...stripeHandlers([giftEvents])],
): StripeScene {
  const own = useTestDatabase();
  const fake = new FakeStripe();
  let server: Server | undefined;
  let stripe: StripeGate | null = null;

  beforeAll(async () => {
    await fake.start();
    const env = readEnv({
      WIJKBEURS_MODE: 'demo',
      SESSION_SECRET: 'x'.repeat(32),
      LOG_LEVEL: 'silent',
      ...fake.settings,
    });
    stripe = openStripe(env);
    const mailer = { send: async () => Promise.resolve() };
    const clock = { now: () => new Date() };
    const log = openLog(env);
    const listener = openListener(own.url, log);
    const platform: Platform = { env, database: own.database, clock, log, mailer, stripe, listener, identity: null };
    const app = express();
    app.post('/stripe/webhook', ...stripeWebhook(platform));
    server = createServer(app);
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    fake.webhooks.target = `http://localhost:${String((server.address() as AddressInfo).port)}/stripe/webhook`;
  });

  afterAll(async () => {
    await fake.stop();
    server?.closeAllConnections();
    await new Promise((resolve) => server?.close(resolve));
  });

  const gate = () => {
    if (stripe === null) throw new Error('Stripe is there from beforeAll on');
    return stripe;
  };
  return {
    fake,
    get url() {
      return own.url;
    },
    get database() {
      return own.database;
    },
    get stripe() {
      return gate();
    },
    work: async (now = new Date()) => workOff(own.database, handlers, gate(), now),
  };
}

async function workOff(
  database: Database,
  handlers: readonly JobHandler[],
  stripe: StripeGate,
  now: Date,
): Promise<string[]> {
  const failed: string[] = [];
  const done = new Set<string>();
  for (;;) {
    const jobs = await database.$queryRaw<{ name: string; key: string; payload: unknown }[]>`
      select j.task_identifier as name, j.key, p.payload from graphile_worker.jobs j
        join graphile_worker._private_jobs p on p.id = j.id order by j.id`;
    const next = jobs.find(({ name, key }) => !done.has(key) && handlers.some((handler) => handler.name === name));
    if (next === undefined) return failed;
    const mailer = { send: async () => Promise.resolve() };
    const context = { database, mailer, publicUrl: 'https://x.example', secret: '', now, stripe, jobKey: next.key };
    try {
      await handlers.find(({ name }) => name === next.name)?.run(next.payload, context);
      await database.$executeRaw`select graphile_worker.remove_job(${next.key})`;
    } catch (error) {
      failed.push(error instanceof Error ? error.message : String(error));
      done.add(next.key);
    }
  }
}

export type Office = {
  officeId: string;
  allianceId: string;
  people: Record<'manager' | 'holder' | 'treasurer' | 'allianceTreasurer' | 'outsider', string>;
};

/** The office with its people, and a wijkalliantie with a treasurer of its own. Once per test file. */
export async function makeOffice(database: Database): Promise<Office> {
  const officeId = await makeBody(database, { slug: 'programmabureau', kind: 'programme' });
  const allianceId = await makeBody(database, { slug: 'wijkalliantie-proef', kind: 'wijkalliantie' });
  const withRole = async (bodyId: string, role: Role) => {
    const personId = await makePerson(database);
    await makeMembership(database, { personId, bodyId, role });
    return personId;
  };
  return {
    officeId,
    allianceId,
    people: {
      manager: await withRole(officeId, 'programme_manager'),
      holder: await withRole(officeId, 'budget_holder'),
      treasurer: await withRole(officeId, 'treasurer'),
      allianceTreasurer: await withRole(allianceId, 'treasurer'),
      outsider: await makePerson(database),
    },
  };
}

export async function by(
  database: Database,
  office: Office,
  who: keyof Office['people'],
  now: Date = testNow,
): Promise<Context<Actor>> {
  const actor = await actorOfPerson(database, office.people[who], {
    now,
    demo: false,
    sessionId: null,
    secondFactor: true,
  });
  return { database, now, actor };
}

export async function makeGiftSource(database: Database): Promise<string> {
  return database.$transaction((tx) =>
    openMoneySource(tx, {
      slug: `giften-${newId()}`,
      kind: 'donation',
      form: 'money',
      name: 'Giften',
      nameEn: 'Gifts',
      beginsOn: calendarDate('2026-01-01'),
      endsOn: calendarDate('2099-12-31'),
      overprogrammingBps: 0,
      isExample: false,
      amount: null,
      at: testNow,
    }),
  );
}

/** @returns id of what can be given to */
export async function openedPurpose(database: Database, office: Office, bodyId: string | null): Promise<string> {
  const moneySourceId = await makeGiftSource(database);
  const opened = await openPurpose({ formKey: newId(), bodyId, moneySourceId }, await by(database, office, 'manager'));
  if (!opened.ok) throw new Error(opened.reason);
  return opened.value;
}

export const aGift = (changes: Partial<BeginGift> = {}): BeginGift => ({
  formKey: newId(),
  slug: 'donutfonds',
  amount: cents(25_00),
  kind: 'resident',
  display: 'anonymous',
  name: '',
  showAmount: false,
  locale: 'nl',
  title: 'Gift',
  ...changes,
});

/** Somebody at the page of Stripe. */
export async function begun(
  scene: StripeScene,
  gift: BeginGift = aGift(),
): Promise<{ giftId: string; sessionId: string }> {
  const { stripe, database } = scene;
  const outcome = await beginGift(gift, { database, now: new Date() }, { stripe, publicUrl: 'https://x.example' });
  if (!outcome.ok) throw new Error(outcome.reason);
  return { giftId: gift.formKey, sessionId: outcome.value.split('/').at(-1) ?? '' };
}
