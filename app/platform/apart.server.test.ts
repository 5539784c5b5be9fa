import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runApart } from './apart.server.ts';

const folder = mkdtempSync(join(tmpdir(), 'wijkbeurs-apart-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function script(name: string, work: string): string {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, `import { parentPort, workerData } from 'node:worker_threads';\n${work}\n`);
  return path;
}

const echo = script('echo', 'parentPort.postMessage({ got: workerData });');
const endless = script('endless', 'for (;;);');

test('gives what the file makes of its input', async () => {
  expect(await runApart(echo, { text: 'é' })).toEqual({ got: { text: 'é' } });
});

test('nothing comes of what never ends, and the next gets its turn', async () => {
  const stuck = runApart(endless, null, 300);
  const next = runApart(echo, 1);
  expect(await stuck).toBeNull();
  expect(await next).toEqual({ got: 1 });
});

test('nothing comes of what wants too much memory', async () => {
  const greedy = script('greedy', 'const all = []; for (;;) all.push(new Array(1e6).fill(Math.random()));');
  expect(await runApart(greedy, null)).toBeNull();
});

test('throws what the file throws', async () => {
  await expect(runApart(script('broken', 'throw new Error("no");'), null)).rejects.toThrow('no');
  expect(await runApart(echo, 2)).toEqual({ got: 2 });
});

test('few wait: who comes after them hears so at once', async () => {
  const waiting = [1, 2, 3, 4].map(async (each) => runApart(echo, each));
  expect(await runApart(echo, 5)).toBeNull();
  expect(await Promise.all(waiting)).toEqual([1, 2, 3, 4].map((got) => ({ got })));
});
