import { utf8 } from '#app/modules/transparency/bytes.ts';
import { emptyTail, extendTail, rootOfTail, type LogTail } from '#app/modules/transparency/log-tail.ts';
import { nodeMachine } from '#app/modules/transparency/node-machine.server.ts';
import { run } from '#app/modules/transparency/steps.ts';
import type { LogFiles } from '#app/modules/transparency/log-files.ts';

/** A log of which the files are in memory. */
export function memoryFiles(): LogFiles & { held: Map<string, Uint8Array> } {
  const held = new Map<string, Uint8Array>();
  return {
    held,
    read: async (path) => Promise.resolve(held.get(path) ?? null),
    write: async (path, bytes) => {
      held.set(path, bytes);
      return Promise.resolve();
    },
  };
}

/** The tiles of these entries, put in by so many at a time, and a machine that reads them. */
export function tilesOfEntries(entries: readonly Uint8Array[], batches: readonly number[] = [entries.length]) {
  const files = new Map<string, Uint8Array>();
  const machine = nodeMachine((path) => files.get(path) ?? null);
  let tail: LogTail = emptyTail;
  const roots = new Map([[0, run(rootOfTail(tail), machine)]]);
  for (const count of batches) {
    const step = run(extendTail(tail, entries.slice(tail.size, tail.size + count)), machine);
    tail = step.tail;
    for (const { path, bytes } of step.files) files.set(path, bytes);
    roots.set(tail.size, run(rootOfTail(tail), machine));
  }
  return { files, machine, tail, roots };
}

export function entriesNamed(count: number, name = 'entry'): Uint8Array[] {
  return Array.from({ length: count }, (_, at) => utf8(`${name} ${at}`));
}
