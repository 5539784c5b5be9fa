import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LiveLine, type LiveState } from './live-line.ts';

/** A stream that the test breaks by hand. */
class Source {
  static last: Source;
  onerror: () => void = () => {};
  readyState = 1;
  constructor() {
    Source.last = this;
  }
  addEventListener(): void {}
  close(): void {}
}

const nothing = () => {};

beforeEach(() => {
  vi.useFakeTimers();
  const listens = { addEventListener: nothing, removeEventListener: nothing };
  const later = (work: () => void, ms: number) => setTimeout(work, ms);
  vi.stubGlobal('window', { ...listens, setTimeout: later });
  vi.stubGlobal('document', { ...listens, visibilityState: 'visible' });
  vi.stubGlobal('EventSource', Source);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function follow(): LiveState[] {
  const states: LiveState[] = [];
  new LiveLine('/live', 1, { isScreen: false, onChange: nothing, onState: (state) => states.push(state) }).start();
  return states;
}

test('a line that ends with the gathering says that it is over, and not that the connection is away', async () => {
  vi.stubGlobal('fetch', async () => Promise.resolve(Response.json({ changes: [], more: false, over: true })));
  const states = follow();
  Source.last.onerror();
  await vi.advanceTimersByTimeAsync(10);
  expect(states).toEqual(['over']);
});

test('a line that breaks without an answer says that the connection is away, also while the question hangs', async () => {
  vi.stubGlobal('fetch', async () => new Promise<Response>(nothing));
  const hanging = follow();
  Source.last.onerror();
  await vi.advanceTimersByTimeAsync(2000);
  expect(hanging).toEqual(['away']);
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('no network')));
  const failing = follow();
  Source.last.onerror();
  await vi.advanceTimersByTimeAsync(10);
  expect(failing).toEqual(['away']);
});
