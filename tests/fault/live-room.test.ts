import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { writeSeat } from '#app/http/session.server.ts';
import { liveNumber, wallOf } from '#app/modules/gatherings/queries/live.query.server.ts';
import { systemClock } from '#app/platform/clock.server.ts';
import { readEnv, type Env } from '#app/platform/env.server.ts';
import { freePort } from '#scripts/embedded-postgres.ts';
import { CrowdScreen, percentile, writeNotes } from '#scripts/live-crowd.ts';
import { makeGathering, makeScene, startsAt } from '#tests/integration/gatherings/scene.ts';
import { move } from '#tests/integration/gatherings/room.ts';
import { testBankKeys } from '#tests/support/bank-keys.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { testSecret } from '#tests/support/test-secret.ts';

const people = 200;
const pace = { perSecond: 20, seconds: 60 };

const own = useTestDatabase();
const start = fileURLToPath(new URL('../../scripts/start.ts', import.meta.url));
let folder: string;
let settings: Record<string, string>;
let env: Env;
let origin: string;
let child: ChildProcess | null = null;
let said = '';
let room: { id: string; slug: string };
let cookies: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wijkbeurs-fault-'));
  const port = String(await freePort());
  origin = `http://localhost:${port}`;
  settings = {
    ...{ WIJKBEURS_MODE: 'demo', DATA_FOLDER: folder, PORT: port, HOST: '127.0.0.1', PUBLIC_URL: origin },
    ...{ BANK_ACCOUNT_KEYS: testBankKeys, SESSION_SECRET: testSecret, LOG_LEVEL: 'error' },
  };
  env = readEnv(settings);
  // there are people, so the product does not invent any
  const scene = await makeScene(own.database);
  room = await makeGathering(own.database, scene, { capacity: people + 10 });
  const ids = Array.from({ length: people }, () => newId());
  await own.database.gatheringRegistration.createMany({
    data: ids.map((id, n) => ({
      ...{
        id,
        gatheringId: room.id,
        name: 'Bezoeker',
        comesAs: 'resident',
        state: 'confirmed',
        tokenHash: `hash ${id}`,
      },
      ...{ doorCode: `A${String(n).padStart(3, '0')}`, registeredAt: startsAt, confirmedAt: startsAt },
    })),
  });
  await move(own.database, scene, room.id, 'begun');
  const platform = { env, clock: systemClock };
  cookies = await Promise.all(
    ids.map(async (registrationId) => {
      const cookie = await writeSeat(platform, { gatheringId: room.id, registrationId, endsAt: startsAt });
      return cookie.split(';')[0] ?? '';
    }),
  );
});

afterAll(async () => {
  child?.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** The product as `npm start` runs it, in a process of its own. */
async function run(): Promise<ChildProcess> {
  const started = spawn(process.execPath, [start], {
    env: { ...process.env, ...settings, DATABASE_URL: own.url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [started.stdout, started.stderr])
    stream.on('data', (text: Buffer) => {
      said = (said + text.toString()).slice(-5000);
    });
  for (;;) {
    const answer = await fetch(`${origin}/gezondheid`).catch(() => null);
    if (answer?.ok === true) return started;
    if (started.exitCode !== null) throw new Error(`the product did not start:\n${said}`);
    await wait(100);
  }
}

const ended = async (one: ChildProcess) =>
  new Promise((resolve) => {
    if (one.exitCode !== null || one.signalCode !== null) resolve(null);
    else one.once('exit', resolve);
  });

test('two hundred screens, twenty notes a second, the server killed in the middle: each note is there once, on every screen', async () => {
  child = await run();
  const since = await liveNumber(own.database, room.id);
  const screens = cookies.map((cookie) => new CrowdScreen(`${origin}/ontmoet/${room.slug}/live`, cookie, since));
  const following = screens.map(async (screen) => screen.follow());
  await expect.poll(() => screens.every(({ connections }) => connections > 0), { timeout: 60_000 }).toBe(true);

  const writing = writeNotes({ origin, slug: room.slug, cookies }, pace);
  await wait((pace.seconds * 1000) / 2);
  const killedAt = Date.now();
  child.kill('SIGKILL');
  await ended(child);
  child = await run();
  const backAt = Date.now();
  const { acknowledged, posts } = await writing;
  const last = await liveNumber(own.database, room.id);
  await expect.poll(() => Math.min(...screens.map((screen) => screen.last)), { timeout: 60_000 }).toBe(last);
  for (const screen of screens) screen.stop();
  await Promise.all(following);

  expect(acknowledged).toHaveLength(pace.perSecond * pace.seconds);
  const { notes } = await wallOf(own.database, room.id);
  expect(notes.map(({ id }) => id).sort()).toEqual([...acknowledged].sort());
  const numbers = Array.from({ length: last - since }, (_, n) => since + n + 1);
  for (const screen of screens) {
    expect(screen.gaps).toEqual([]);
    expect(screen.heard.map(({ number }) => number)).toEqual(numbers);
    expect(new Set(screen.heard.flatMap(({ noteId }) => noteId ?? []))).toEqual(new Set(acknowledged));
  }

  const changes = await own.database.gatheringChange.findMany({ where: { gatheringId: room.id } });
  const changedAt = new Map(changes.map(({ number, changedAt: at }) => [number, at.getTime()]));
  const all = screens.flatMap(({ heard }) =>
    heard.map(({ number, at }) => ({ from: changedAt.get(number) ?? at, at })),
  );
  const delays = (chosen: typeof all) => chosen.map(({ from, at }) => at - from);
  const undisturbed = all.filter(({ from }) => from < killedAt - 1000 || from > backAt + 5000);
  const line = (name: string, values: readonly number[]) => {
    const of = (part: number) => `${percentile(values, part).toFixed(0)} ms`;
    console.log(`${name.padEnd(34)} p50 ${of(0.5)} · p95 ${of(0.95)} · p99 ${of(0.99)} (${String(values.length)})`);
  };
  console.log(
    `killed and back in ${String(backAt - killedAt)} ms; ${String(posts)} posts for ${String(acknowledged.length)} notes`,
  );
  line('from commit to screen', delays(undisturbed));
  line('the same, with the restart', delays(all));
}, 280_000);

test('a server that is told to stop does not wait for who follows', async () => {
  child ??= await run();
  const stopping = child;
  const [cookie = ''] = cookies;
  const screen = new CrowdScreen(`${origin}/ontmoet/${room.slug}/live`, cookie, 0);
  const following = screen.follow();
  await expect.poll(() => screen.connections, { timeout: 60_000 }).toBeGreaterThan(0);
  stopping.kill('SIGTERM');
  await ended(stopping);
  child = null;
  screen.stop();
  await following;
  expect(said).toContain('Stopped.');
}, 120_000);
