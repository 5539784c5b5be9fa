import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { newId } from '#app/kernel/ids.ts';
import { accepted, refused } from '#app/kernel/outcome.ts';
import { fixedClock } from '#app/platform/clock.server.ts';
import { inTransaction } from '#app/platform/database.server.ts';
import { defineJob, enqueue, handleJob } from '#app/platform/jobs.server.ts';
import { openListener } from '#app/platform/listener.server.ts';
import { openLog } from '#app/platform/log.server.ts';
import { openMailer } from '#app/platform/mail.server.ts';
import type { Platform } from '#app/platform/platform.server.ts';
import { openPresence } from '#app/worker/presence.server.ts';
import { startWorker } from '#app/worker/run.server.ts';
import { testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const t = useTestDatabase();
const settings = { smtpUrl: null, mailFrom: 'wijkbeurs@example.org', publicUrl: 'https://wijkbeurs.example.org' };
const greet = defineJob('greet', z.object({ personId: z.uuid() }));

function platform(): Platform {
  const env = { ...settings, databaseUrl: t.url, sessionSecret: 'x'.repeat(32) } as Platform['env'];
  const { database } = t;
  const log = openLog({ logLevel: 'silent' });
  return {
    env,
    database,
    clock: fixedClock(testNow),
    log,
    listener: openListener(t.url, log),
    mailer: openMailer(settings, database),
    stripe: null,
    identity: null,
  };
}

test('work is done if and only if the change that asked for it stands', async () => {
  const [stands, fell] = [newId(), newId()];
  await inTransaction(t, async (tx) => {
    await enqueue(tx, greet, { personId: fell }, `greet:${fell}`);
    return refused('changed-meanwhile');
  });
  await inTransaction(t, async (tx) => {
    await enqueue(tx, greet, { personId: stands }, `greet:${stands}`);
    await enqueue(tx, greet, { personId: stands }, `greet:${stands}`);
    return accepted();
  });

  const done: unknown[] = [];
  const worker = await startWorker(platform(), [
    handleJob(greet, async ({ personId }, { now, jobKey }) => {
      done.push({ personId, now, jobKey });
      return Promise.resolve();
    }),
  ]);
  await vi.waitFor(() => expect(done).toHaveLength(1), 5000);
  await worker.stop();
  expect(done).toEqual([{ personId: stands, now: testNow, jobKey: `greet:${stands}` }]);
  expect(worker.isRunning()).toBe(false);
});

test('a job in which a worker died is done by the next; the job of a living one is left alone', async () => {
  const [died, lives] = [newId(), newId()];
  await inTransaction(t, async (tx) => {
    for (const id of [died, lives]) await enqueue(tx, greet, { personId: id }, `greet:${id}`);
    return accepted();
  });
  const living = await openPresence(t.url, (error) => expect.unreachable(String(error)));
  await living.announce('living-worker');
  await t.database.$executeRaw`
    update graphile_worker._private_jobs set attempts = 1, locked_at = now(),
      locked_by = case key when ${`greet:${died}`} then 'dead-worker' else 'living-worker' end`;

  const done: string[] = [];
  const worker = await startWorker(platform(), [
    handleJob(greet, async ({ personId }) => {
      done.push(personId);
      return Promise.resolve();
    }),
  ]);
  await vi.waitFor(() => expect(done).toContain(died), 5000);
  await worker.stop();
  await living.leave();
  expect(done).toEqual([died]);
});

test('a mail that is tried twice arrives once in the demo', async () => {
  const mailer = openMailer(settings, t.database);
  const mail = { to: 'a@wijkbeurs.example', subject: 'Je code', text: '123', html: '<p>123</p>' };
  await mailer.send(mail, 'code:1');
  await mailer.send(mail, 'code:1');
  await mailer.send(mail, 'code:2');
  const kept = await t.database.demoMail.findMany({ where: { toAddress: mail.to } });
  expect(kept.map(({ messageId }) => messageId)).toEqual([
    expect.stringMatching(/^<[0-9a-f]{40}@wijkbeurs\.example\.org>$/),
    expect.stringMatching(/^<[0-9a-f]{40}@wijkbeurs\.example\.org>$/),
  ]);
});
