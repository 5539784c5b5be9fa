import { setTimeout as wait } from 'node:timers/promises';
import type { Listener } from '#app/platform/listener.server.ts';
import type { ProgrammeWords, SearchEngine } from '../port.ts';
import { catchUp } from './catch-up.server.ts';
import { setEngines } from './change.store.server.ts';
import { endLostFilling, fillIfNeeded } from './fill.server.ts';
import type { Keeping } from './keeping.server.ts';

export type Keeper = {
  /** Fulfilled when each engine was filled and caught up once, or could not be: it is tried again then. */
  ready: Promise<void>;
  /** Lets what is under way end. */
  stop(): Promise<void>;
};

/** Milliseconds until it looks by itself: a process that died left something, or what was told was not heard. */
const lookEvery = 5000;
const shortestPause = 250;
const longestPause = 10_000;

/**
 * Keeps every index up from now on in this process: it hears from the database what changed. Several processes may do so; each
 * engine is kept by one of them at a time. An engine that is down is tried again, and catches up.
 */
export async function keepUp(
  keeping: Keeping,
  { listener, words }: { listener: Listener; words: () => Promise<ProgrammeWords> },
): Promise<Keeper> {
  const { database, engines, turns } = keeping;
  await setEngines(
    database,
    engines.map(({ name }) => name),
  );
  const stopping = new AbortController();
  const bells = engines.map(() => bell(stopping.signal));
  const ring = () => {
    for (const one of bells) one.ring();
  };
  listener.listen('search_change', { onMessage: ring, onReady: ring, onClose: ring });
  const tried: Promise<void>[] = [];
  const running = engines.map(async (engine, index) => {
    const heard = bells[index];
    if (heard === undefined) return;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    tried.push(promise);
    await keepOne(keeping, engine, {
      ...{ heard, words, signal: stopping.signal },
      onTried: () => {
        resolve(undefined);
      },
    });
  });
  return {
    ready: Promise.all(tried).then(() => undefined),
    async stop() {
      stopping.abort();
      await Promise.all(running);
      await turns.close();
    },
  };
}

type Loop = { heard: Bell; words: () => Promise<ProgrammeWords>; signal: AbortSignal; onTried: () => void };

async function keepOne(keeping: Keeping, engine: SearchEngine, { heard, words, signal, onTried }: Loop): Promise<void> {
  const { log } = keeping;
  let failures = 0;
  let isLookedInto = false;
  while (!signal.aborted) {
    try {
      if (!isLookedInto || (await catchUp(keeping, engine)) === null) {
        await endLostFilling(keeping, engine);
        const filled = await fillIfNeeded(keeping, engine, { words, isLookedInto: !isLookedInto });
        isLookedInto = true;
        if (filled !== null) log.info({ engine: engine.name, ...filled }, 'an index was filled');
        await catchUp(keeping, engine);
      }
      if (failures > 0) log.info({ engine: engine.name }, 'an index is kept up again');
      failures = 0;
      onTried();
      await heard.wait(lookEvery);
    } catch (error) {
      failures += 1;
      if (failures === 1)
        log.error({ err: error, engine: engine.name }, 'an index cannot be kept up; it is tried again');
      onTried();
      const pause = Math.min(longestPause, shortestPause * 2 ** Math.min(failures, 10));
      await wait(pause, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }
}

type Bell = ReturnType<typeof bell>;

/** What rings while nobody waits is heard at the next wait. */
function bell(signal: AbortSignal) {
  let isRung = false;
  let wake: () => void = () => undefined;
  const ring = () => {
    isRung = true;
    wake();
  };
  signal.addEventListener('abort', ring);
  return {
    ring,
    async wait(milliseconds: number): Promise<void> {
      if (!isRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds);
          timer.unref();
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        wake = () => undefined;
      }
      isRung = false;
    },
  };
}
