import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { systemClock } from '#app/platform/clock.server.ts';
import { readEnv } from '#app/platform/env.server.ts';
import { openListener } from '#app/platform/listener.server.ts';
import { openLog } from '#app/platform/log.server.ts';
import type { Platform } from '#app/platform/platform.server.ts';
import { openStripe } from '#app/platform/stripe.server.ts';
import { createApp } from '#app/server/app.ts';
import { WebhookSender } from '#tests/stripe/webhooks.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const own = useTestDatabase();
const sender = new WebhookSender('whsec_new');
const lines: string[] = [];

/** The whole web server, with a limit of one post a minute; the pages behind it are not asked for. */
function serve(settings: Record<string, string>) {
  const env = readEnv({ WIJKBEURS_MODE: 'demo', SESSION_SECRET: 'x'.repeat(32), POSTS_PER_MINUTE: '1', ...settings });
  const log = openLog({ logLevel: 'info' }, { write: (line) => lines.push(line) });
  const mailer = { send: async () => Promise.resolve() };
  const listener = openListener(own.url, log);
  const platform: Platform = {
    ...{ env, database: own.database, clock: systemClock, log, mailer, listener },
    stripe: openStripe(env),
    identity: null,
  };
  const build = async () => Promise.reject(new Error('no pages here'));
  return createServer(createApp({ platform, worker: null, build }));
}

let withStripe: Server;
let without: Server;
const addressOf = (server: Server) => `http://localhost:${String((server.address() as AddressInfo).port)}`;

beforeAll(async () => {
  withStripe = serve({ STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_WEBHOOK_SECRET: 'whsec_old,whsec_new' });
  without = serve({});
  for (const server of [withStripe, without])
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => {
  for (const server of [withStripe, without]) server.close();
});

const event = () => ({
  id: `evt_${newId().replaceAll('-', '')}`,
  object: 'event',
  type: 'charge.refunded',
  livemode: false,
  created: 1,
  data: { object: { id: 'ch_1', billing_details: { email: 'gever@example.org' } } },
});

test('messages of Stripe are let in without an origin and however many come, signed by any of our secrets', async () => {
  sender.target = `${addressOf(withStripe)}/stripe/webhook`;
  const events = [event(), event(), event(), event()];
  for (const one of events) expect(await sender.send(one)).toBe(200);
  expect(await sender.send(event(), { secret: 'whsec_old' })).toBe(200);
  expect(await own.database.stripeEvent.count({ where: { id: { in: events.map(({ id }) => id) } } })).toBe(4);
  expect(lines.join('')).not.toContain('gever@example.org');
  expect(lines.join('')).not.toContain('whsec');
});

test('a page elsewhere gains nothing by posting there, and other posts are held as before', async () => {
  const post = async (path: string, headers: Record<string, string>) =>
    (await fetch(`${addressOf(withStripe)}${path}`, { method: 'POST', body: '{}', headers })).status;
  expect(await post('/stripe/webhook', { origin: 'https://elsewhere.example' })).toBe(400);
  expect(await post('/geven/donutfonds', { origin: 'https://elsewhere.example' })).toBe(403);
  expect((await fetch(`${addressOf(withStripe)}/stripe/webhook`, { method: 'PUT' })).status).toBe(405);
});

test('without Stripe there is nothing to post to', async () => {
  sender.target = `${addressOf(without)}/stripe/webhook`;
  const one = event();
  expect(await sender.send(one)).toBe(404);
  expect(await own.database.stripeEvent.count({ where: { id: one.id } })).toBe(0);
});

test('forms may lead on to the pages of Stripe where it is set up, and nowhere else', async () => {
  const policyOf = async (server: Server) =>
    (await fetch(`${addressOf(server)}/gezondheid`)).headers.get('content-security-policy') ?? '';
  expect(await policyOf(withStripe)).toContain(
    "form-action 'self' https://checkout.stripe.com https://connect.stripe.com",
  );
  expect(await policyOf(without)).toMatch(/form-action 'self'(;|$)/);
});
