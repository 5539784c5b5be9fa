/**
 * `npm run bench:stripe -- 2000`: how long a payment to so many volunteers takes by Stripe, on the demo in a throw-away database,
 * with the product's own worker and webhook against a fake Stripe in another process. Real Stripe is slower by its distance.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { z } from 'zod';
import { newId } from '#app/kernel/ids.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import type { Outcome } from '#app/kernel/outcome.ts';
import { approveBatch } from '#app/modules/payouts/commands/approve-batch.server.ts';
import { composeBatch } from '#app/modules/payouts/commands/compose-batch.server.ts';
import { sendBatch } from '#app/modules/payouts/commands/send-batch.server.ts';
import { actorOfPerson } from '#app/modules/people/queries/actor.query.server.ts';
import { readEnv } from '#app/platform/env.server.ts';
import type { Platform } from '#app/platform/platform.server.ts';
import { stripeWebhook } from '#app/server/stripe-webhook.ts';
import { fillVolunteers } from '#scripts/bench-people.ts';
import { openInstallation, type Closing } from '#scripts/installation.ts';
import { closeAll } from '#scripts/web-server.ts';
import type { Ask } from './bench-fake.ts';

const count = Number(process.argv[2] ?? 2000);
const fake = fork(new URL('./bench-fake.ts', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'wijkbeurs-bench-'));
// when root runs this, PostgreSQL runs as another user, who must be able to enter
await chmod(folder, 0o755);
const closing: Closing = [];
try {
  const settings = z.record(z.string(), z.string()).parse((await once(fake, 'message'))[0]);
  const env = readEnv({ WIJKBEURS_MODE: 'demo', DATA_FOLDER: folder, LOG_LEVEL: 'silent', ...settings });
  const { platform } = await openInstallation(env, closing);
  await measure(platform);
} finally {
  fake.kill();
  await closeAll(closing);
  await rm(folder, { recursive: true, force: true });
}

async function measure(platform: Platform): Promise<void> {
  const { database, env } = platform;
  const now = new Date();
  const person = async (account: string) =>
    database.person.findUniqueOrThrow({ where: { email: `${account}@wijkbeurs.example` } });
  const as = async (account: string) => ({
    actor: await actorOfPerson(database, (await person(account)).id, { now, demo: true }),
    database,
    now,
    keys: env.bankKeys,
  });
  const [first, second] = [await as('penningmeester'), await as('penningmeester-2')];
  const activity = await database.activity.findFirstOrThrow({ where: { state: 'open' }, orderBy: { slug: 'asc' } });
  await fillVolunteers(database, {
    activityId: activity.id,
    count,
    amount: 1,
    claimedById: (await person('coordinator')).id,
    answeredById: (await person('coordinator-2')).id,
    keys: env.bankKeys,
    now,
  });
  await joinAll(platform);

  console.log(
    `\n${`${String(count)} lines by Stripe`.padEnd(34)}${'ms'.padStart(9)}${'lines/s'.padStart(9)}${'MB before'.padStart(11)}${'MB after'.padStart(11)}`,
  );
  const until = dayInAmsterdam(now);
  const order = { bodyId: activity.bodyId, rail: 'stripe', until, note: '', formKey: newId() } as const;
  const number = await step('composed', async () => given(await composeBatch(order, first)));
  const { id: batchId, revision } = await database.paymentBatch.findUniqueOrThrow({ where: { number } });
  await step('approved', async () => given(await approveBatch({ batchId, revision, oddReason: 'Meting' }, second)));
  await step('sent: transfers and payouts', async () => {
    given(await sendBatch({ batchId, executeOn: null }, second));
    await until0(async () => database.stripePayment.count({ where: { payoutId: null } }));
  });
  const app = express();
  app.post('/stripe/webhook', ...stripeWebhook(platform));
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const target = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/stripe/webhook`;
  await step('taken by the banks: settled', async () => {
    await ask(fake, { what: 'bank', target });
    await until0(async () => database.paymentLine.count({ where: { batchId, state: 'open' } }));
  });
  const said = await ask(fake, { what: 'busiest' });
  console.log(
    `\ncalls to Stripe: ${String(said.calls)}, at most ${String(said.busiest)} in a second; transfers ${String(said.transfers)}, payouts ${String(said.payouts)}`,
  );
}

/** Everybody of the measuring has an account at Stripe that is ready. */
async function joinAll({ database }: Platform): Promise<void> {
  const people = await database.person.findMany({ where: { email: { startsWith: 'meting-' } }, select: { id: true } });
  const accounts = people.map(({ id: personId }, n) => ({ personId, accountId: `acct_meting${String(n)}` }));
  await database.stripeAccount.createMany({
    data: accounts.map((one) => ({ id: newId(), ...one, isReady: true, detailsSubmitted: true, begunAt: new Date() })),
  });
  await ask(fake, { what: 'accounts', ids: accounts.map(({ accountId }) => accountId) });
}

async function ask(child: ChildProcess, what: Ask): Promise<Record<string, number>> {
  const answer = once(child, 'message');
  child.send(what);
  return z.record(z.string(), z.number()).parse((await answer)[0]);
}

function given<Value>(outcome: Outcome<Value, string>): Value {
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

async function until0(left: () => Promise<number>): Promise<void> {
  while ((await left()) > 0) await new Promise((resolve) => setTimeout(resolve, 500));
}

async function step<Value>(what: string, work: () => Promise<Value>): Promise<Value> {
  const megabytes = () => (process.memoryUsage().rss / 1e6).toFixed(0);
  const before = megabytes();
  const start = performance.now();
  const value = await work();
  const ms = performance.now() - start;
  const columns = [ms.toFixed(0).padStart(9), ((count * 1000) / ms).toFixed(0).padStart(9)];
  console.log(`${what.padEnd(34)}${columns.join('')}${before.padStart(11)}${megabytes().padStart(11)}`);
  return value;
}
