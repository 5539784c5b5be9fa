import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMinutes } from '#app/kernel/instant.ts';
import { ballotKeyOf } from '#app/modules/voting/code.server.ts';
import { countVote } from '#app/modules/voting/commands/count-vote.server.ts';
import { keepTime, shuffleBallots } from '#app/modules/voting/commands/keep-time.server.ts';
import { systemClock } from '#app/platform/clock.server.ts';
import { readEnv } from '#app/platform/env.server.ts';
import { freePort } from '#scripts/embedded-postgres.ts';
import { atPace, changeMind, openCrowd, votersOf, type CrowdVote, type Voter } from '#scripts/vote-crowd.ts';
import { announced, by, codesOf, must, revisionOf, type VoteScene } from '#tests/integration/voting/vote-scene.ts';
import { testNow } from '#tests/factories/index.ts';
import { testBankKeys } from '#tests/support/bank-keys.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { testSecret } from '#tests/support/test-secret.ts';

/** Every third voter casts again, other plans. */
const people = 900;
const perSecond = 120;

const own = useTestDatabase();
const start = fileURLToPath(new URL('../../scripts/start.ts', import.meta.url));
let folder: string;
let settings: Record<string, string>;
let origin: string;
let child: ChildProcess | null = null;
let said = '';
let scene: VoteScene;
let vote: CrowdVote;
let codes: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wijkbeurs-fault-'));
  const port = String(await freePort());
  origin = `http://localhost:${port}`;
  settings = {
    ...{ WIJKBEURS_MODE: 'demo', DATA_FOLDER: folder, PORT: port, HOST: '127.0.0.1', PUBLIC_URL: origin },
    ...{ BANK_ACCOUNT_KEYS: testBankKeys, SESSION_SECRET: testSecret, LOG_LEVEL: 'error', POSTS_PER_MINUTE: '0' },
  };
  // open by the clock of the product, whenever this runs
  const now = new Date();
  const period = { opensAt: addMinutes(now, -60), closesAt: addMinutes(now > testNow ? now : testNow, 24 * 60) };
  scene = await announced(own.database, period);
  await keepTime(own.database, now);
  vote = await own.database.vote.findUniqueOrThrow({ where: { id: scene.voteId } });
  codes = await codesOf(scene, people);
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

async function end(one: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  const ended = new Promise((resolve) => one.once('exit', resolve));
  one.kill(signal);
  await ended;
}

/** How many who cast wait for a lock; what the product does by the clock may wait for it too. */
async function castsThatWait(): Promise<number> {
  const [row] = await own.database.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like '%cast_ballot%'`;
  return row?.count ?? 0;
}

const choicesOf = (n: number) => [[1], [2], [3], [1, 2], [2, 3]][n % 5] ?? [];

/** What the ballots must be: what each voter was told last, by the code that only they have. */
async function expectBallots(voters: readonly Voter[]): Promise<void> {
  const { salt } = await own.database.vote.findUniqueOrThrow({ where: { id: vote.id } });
  const rows = await own.database.voteBallot.findMany({ where: { voteId: vote.id } });
  const told = voters.map(({ code, acknowledged }) => [ballotKeyOf(salt, code), acknowledged] as const);
  expect(new Map(rows.map(({ key, choices }) => [key, choices]))).toEqual(new Map(told));
  expect(rows).toHaveLength(voters.length);
  expect(await own.database.voteRight.count({ where: { voteId: vote.id, isUsed: true } })).toBe(voters.length);
}

test('ballots by the hundred, the server killed and then stopped in the middle: each that was acknowledged counts once', async () => {
  const platform = { env: readEnv(settings), clock: systemClock };
  const voters = await votersOf(platform, vote, codes, choicesOf);
  const crowd = openCrowd(vote);
  child = await run();
  let done = 0;
  const casting = atPace(voters, perSecond, async (voter, n) => {
    await crowd.cast(voter, () => origin);
    if (n % 3 === 0) {
      await changeMind(platform, vote, voter, choicesOf(n + 1));
      await crowd.cast(voter, () => origin);
    }
    done += 1;
  });
  await expect.poll(() => done, { timeout: 60_000 }).toBeGreaterThan(people / 4);
  await end(child, 'SIGKILL');
  child = await run();
  // as every hour: whoever casts meanwhile waits for it
  await shuffleBallots(own.database);
  await expect.poll(() => done, { timeout: 60_000 }).toBeGreaterThan(people / 2);
  await end(child, 'SIGTERM');
  expect(said).toContain('Stopped.');
  child = await run();
  await casting;
  crowd.close();
  await end(child, 'SIGKILL');
  child = null;

  expect(voters.reduce((sum, { posts }) => sum + posts, 0)).toBeGreaterThan(people + people / 3);
  await expectBallots(voters);

  await keepTime(own.database, addMinutes(vote.closesAt, 1));
  const context = await by(own.database, scene.announcer, addMinutes(vote.closesAt, 2));
  must(await countVote({ voteId: vote.id, revision: await revisionOf(scene) }, context));
  const [count] = await own.database.voteCount.findMany({ where: { voteId: vote.id } });
  expect(count?.ballots).toBe(people);
}, 280_000);

test('who casts as the server is told to stop is answered', async () => {
  const late = await announced(own.database, {
    opensAt: addMinutes(new Date(), -60),
    closesAt: addMinutes(vote.closesAt, 60),
  });
  await keepTime(own.database, new Date());
  const itsVote = await own.database.vote.findUniqueOrThrow({ where: { id: late.voteId } });
  const platform = { env: readEnv(settings), clock: systemClock };
  const [first, ...others] = await votersOf(platform, itsVote, await codesOf(late, 9), choicesOf);
  if (first === undefined) throw new Error('nobody votes');
  const crowd = openCrowd(itsVote);
  child = await run();
  const stopping = child;
  said = '';
  await crowd.cast(first, () => origin);
  let stopped: Promise<void> = Promise.resolve();
  const casting = await own.database.$transaction(
    async (tx) => {
      await tx.$executeRaw`lock table vote_ballot in access exclusive mode`;
      const waiting = others.map(async (voter) => crowd.cast(voter, () => origin));
      await expect.poll(castsThatWait, { timeout: 30_000 }).toBe(others.length);
      stopped = end(stopping, 'SIGTERM');
      await expect.poll(() => said, { timeout: 30_000 }).toContain('Stopping');
      return waiting;
    },
    { timeout: 60_000 },
  );
  await Promise.all(casting);
  await stopped;
  child = null;
  crowd.close();
  // each was answered by the server that stopped: there is no other, and nobody posted twice
  expect(others.map(({ posts }) => posts)).toEqual(others.map(() => 1));
  expect(await own.database.voteBallot.count({ where: { voteId: late.voteId } })).toBe(9);
}, 120_000);
