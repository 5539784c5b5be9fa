import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/** What long work for a visitor may take, so that nobody holds up the pages of others. */
const patience = 20_000;
const mebibytes = 512;

/** One at a time, on a core of its own; few wait, the others come back later. */
const mostWaiting = 4;

let waiting = 0;
let turn: Promise<unknown> = Promise.resolve();

/**
 * Runs long work that needs no database in a thread of its own.
 * @param file what runs there, from the root of the project: it finds `input` as its `workerData`, posts one message and ends
 * @returns that message; or null when it took too long or too much memory, or too much is waiting already
 * @throws what the file throws
 */
export async function runApart(file: string, input: unknown, milliseconds = patience): Promise<unknown> {
  if (waiting >= mostWaiting) return null;
  waiting += 1;
  const before = turn;
  const mine = before.then(async () => runNow(file, input, milliseconds));
  turn = mine.catch(() => null);
  try {
    return await mine;
  } finally {
    waiting -= 1;
  }
}

async function runNow(file: string, input: unknown, milliseconds: number): Promise<unknown> {
  const thread = new Worker(pathToFileURL(resolve(file)), {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: mebibytes },
  });
  const ends = setTimeout(() => {
    void thread.terminate();
  }, milliseconds);
  try {
    return await new Promise((done, fail) => {
      thread.once('message', done);
      thread.once('error', (error: Error & { code?: string }) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') done(null);
        else fail(error);
      });
      thread.once('exit', () => {
        done(null);
      });
    });
  } finally {
    clearTimeout(ends);
    await thread.terminate();
  }
}
