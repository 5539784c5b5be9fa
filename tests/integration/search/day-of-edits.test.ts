import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkIndex } from '#app/modules/search/keeping/check.server.ts';
import { openPostgresqlEngine } from '#app/modules/search/postgresql/engine.server.ts';
import { documentKinds, type SearchEngine } from '#app/modules/search/port.ts';
import { editSomething, kindsOfEdits, makeWorld, type World } from '#tests/search/day-of-edits.ts';
import { keepingOf, type TestKeeping } from '#tests/search/keeping.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const seed = 20261122;
const edits = 200;
/** After so many edits the process that keeps the index up is killed; another one takes over. */
const kills = new Set([30, 80, 140]);

const own = useTestDatabase();
const program = fileURLToPath(new URL('../../search/keeper-process.ts', import.meta.url));
let engine: SearchEngine;
let keeping: TestKeeping;
let world: World;
let keeper: ChildProcess | null = null;

async function startKeeper(): Promise<void> {
  keeper = spawn(process.execPath, [program, own.url], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (keeper.stdout !== null) await once(keeper.stdout, 'data');
}

async function killKeeper(): Promise<void> {
  const process = keeper;
  keeper = null;
  if (process === null) return;
  const over = once(process, 'exit');
  process.kill('SIGKILL');
  await over;
}

beforeAll(async () => {
  world = await makeWorld(own.database, seed);
  engine = openPostgresqlEngine(own.database);
  keeping = await keepingOf(own, [engine]);
});

afterAll(async () => {
  await killKeeper();
  await keeping.turns.close();
});

test('after a day of edits, with three deaths in between, index and database agree', async () => {
  await startKeeper();
  const seen = new Set<string>();
  for (let n = 0; n < edits; n += 1) {
    for (const name of await editSomething(world)) seen.add(name);
    if (kills.has(n)) {
      // in the middle of its work: the next edits come while nobody listens
      await killKeeper();
      for (let more = 0; more < 10; more += 1) await editSomething(world);
      await startKeeper();
    }
  }
  expect(seen.size).toBe(kindsOfEdits);
  while ((await own.database.searchChange.count()) > 0) await wait(50);

  const { documents, differences } = await checkIndex(keeping, engine, { isMended: false });
  expect(differences).toEqual([]);
  expect(keeping.errors).toEqual([]);
  expect(documents).toBeGreaterThan(120);
  const kinds = new Set<string>();
  for await (const batch of engine.stamps()) for (const { id } of batch) kinds.add(id.slice(0, id.indexOf('-')));
  expect([...kinds].sort()).toEqual(
    documentKinds.filter((kind) => !['wijkalliantie', 'actielijn', 'minutes'].includes(kind)).sort(),
  );
}, 180_000);
