import { describe, expect, test, vi } from 'vitest';
import { openGate, type Gate } from './gate.server.ts';
import { MeilisearchTrouble } from './meilisearch/trouble.server.ts';

/** A gate before something that a test lets fail. */
function gateBefore({ deadline = 10_000, checkEvery = 60_000 } = {}) {
  const behind = { broken: null as Error | null, checks: 0 };
  const lines: string[] = [];
  const say = (level: string) => (told: { reason?: string }) => {
    lines.push(`${level} ${told.reason ?? 'answers'}`);
  };
  const gate = openGate({
    check: async () => {
      behind.checks += 1;
      return behind.broken === null ? Promise.resolve() : Promise.reject(behind.broken);
    },
    ...{ deadline, checkEvery, rest: { first: 1, longest: 1 } },
    log: { info: say('info'), warn: say('warn') },
    clock: { now: () => new Date() },
  });
  return { gate, behind, lines };
}

const answers = async (gate: Gate) =>
  vi.waitFor(async () => {
    expect(await gate.ask(async () => Promise.resolve('answer'))).toBe('answer');
  });

const down = new MeilisearchTrouble('down', 'test');

describe('a gate', () => {
  test('lets nobody through before what is behind it was checked', async () => {
    const { gate, lines } = gateBefore();
    const work = vi.fn(async () => Promise.resolve(1));
    expect(await gate.ask(work)).toBeNull();
    expect(work).not.toHaveBeenCalled();
    await answers(gate);
    expect(gate.state()).toMatchObject({ answers: true, reason: null });
    expect(lines).toEqual(['info answers']);
  });

  test('gives no answer when it fails, leaves it alone after three, and lets through again when it works', async () => {
    const { gate, behind, lines } = gateBefore();
    await answers(gate);
    behind.broken = down;
    const work = vi.fn(async () => Promise.reject(down));
    for (let n = 0; n < 20; n += 1) expect(await gate.ask(work)).toBeNull();
    expect(work).toHaveBeenCalledTimes(3);
    expect(gate.state()).toMatchObject({ answers: false, reason: 'down' });
    behind.broken = null;
    await answers(gate);
    expect(lines).toEqual(['info answers', 'warn down', 'info answers']);
  });

  test('one failure is no reason to leave it alone', async () => {
    const { gate, lines } = gateBefore();
    await answers(gate);
    expect(await gate.ask(async () => Promise.reject(down))).toBeNull();
    expect(await gate.ask(async () => Promise.resolve('answer'))).toBe('answer');
    expect(lines).toEqual(['info answers']);
  });

  test('does not wait beyond the deadline', async () => {
    const { gate, behind } = gateBefore({ deadline: 20 });
    await answers(gate);
    behind.broken = new MeilisearchTrouble('slow', 'test');
    const forever = async () => new Promise(() => undefined);
    expect(await Promise.all([1, 2, 3].map(async () => gate.ask(forever)))).toEqual([null, null, null]);
    expect(gate.state()).toMatchObject({ answers: false, reason: 'slow' });
  });

  test('closes when a check beside the answers fails, and says why', async () => {
    const { gate, behind, lines } = gateBefore({ checkEvery: 0 });
    await answers(gate);
    behind.broken = new MeilisearchTrouble('key', 'test');
    await vi.waitFor(async () => {
      expect(await gate.ask(async () => Promise.resolve('answer'))).toBeNull();
    });
    expect(gate.state().reason).toBe('key');
    expect(lines).toEqual(['info answers', 'warn key']);
  });

  test('a fault of our own is no answer either, and has no words of the question in it', async () => {
    const { gate, behind, lines } = gateBefore();
    await answers(gate);
    behind.broken = new Error('huiswerk');
    for (let n = 0; n < 3; n += 1)
      expect(await gate.ask(async () => Promise.reject(new TypeError('huiswerk')))).toBeNull();
    expect(lines).toEqual(['info answers', 'warn failed']);
  });
});
