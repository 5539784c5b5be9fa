import { describe, expect, test } from 'vitest';
import { streamedResponse } from './open-response.server.ts';

/** A reader that takes nothing: what was written stays. */
function slow() {
  const state = { written: 0, isCut: false };
  return {
    state,
    connection: {
      waiting: () => state.written,
      cut: () => {
        state.isCut = true;
      },
    },
  };
}

async function* manyParts(made: { count: number; isEnded: boolean }) {
  try {
    for (;;) {
      made.count += 1;
      yield 'x'.repeat(100_000);
      await Promise.resolve();
    }
  } finally {
    made.isEnded = true;
  }
}

describe('a file of any length', () => {
  test('is not made faster than it leaves', async () => {
    const { state, connection } = slow();
    const made = { count: 0, isEnded: false };
    const parts = manyParts(made);
    const sent = { parts, contentType: 'text/plain', fileName: 'a.txt', isGzip: false };
    const reader = streamedResponse(connection, sent).body?.getReader();
    for (let taken = 0; taken < 11; taken += 1) state.written += (await reader?.read())?.value?.length ?? 0;
    const before = made.count;
    // more than a megabyte waits now: the next part is not made until some of it has left
    const next = reader?.read().then((part) => part.done);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(made.count - before).toBeLessThanOrEqual(1);
    state.written = 0;
    expect(await next).toBe(false);
    await reader?.cancel();
    expect(made.isEnded).toBe(true);
    expect(state.isCut).toBe(false);
  });
});
