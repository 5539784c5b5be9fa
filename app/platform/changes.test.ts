import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openChanges } from './changes.server.ts';
import type { Listener } from './listener.server.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** As a pooler in between that hands connections on after each transaction: what is told arrives nowhere. */
function deafListener() {
  let hears: Parameters<Listener['listen']>[1] | undefined;
  const told: string[] = [];
  const listener: Listener = {
    listen: (_channel, given) => {
      hears = given;
    },
    tell: async (_channel, payload) => {
      told.push(payload);
      return Promise.resolve();
    },
    close: async () => Promise.resolve(),
  };
  return { listener, told, hears: () => hears };
}

test('where nothing is heard only the first waits for it, and whoever comes after it answers is certain again', async () => {
  const { listener, told, hears } = deafListener();
  const changes = openChanges(listener);
  hears()?.onReady();
  const first = changes.catchUp();
  await vi.advanceTimersByTimeAsync(450);
  expect(await first).toBe(false);
  // the clock stands still: an answer that waited would never come
  expect(await changes.catchUp()).toBe(false);
  expect(told).toHaveLength(2);
  hears()?.onMessage(told[1] ?? '');
  await vi.advanceTimersByTimeAsync(0);
  expect(changes.isCertain()).toBe(true);
  const next = changes.catchUp();
  hears()?.onMessage(told[2] ?? '');
  expect(await next).toBe(true);
});
