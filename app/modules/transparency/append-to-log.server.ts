import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { sameBytes } from './bytes.ts';
import { openCheckpoint, type Checkpoint, type CheckpointRefusal } from './checkpoint.ts';
import { signersAt, type KeyRing } from './key-ring.ts';
import type { LogFiles } from './log-files.ts';
import { emptyTail, extendTail, readTail, rootOfTail, type LogTail } from './log-tail.ts';
import { nodeMachine } from './node-machine.server.ts';
import { signCheckpoint, type Signer } from './signer.server.ts';
import { run, walk } from './steps.ts';
import { checkpointPath } from './tile.ts';
import { BrokenTile } from './tiled-tree.ts';

const machine = nodeMachine();
/** Enough for one leaf more, and no flood when a whole log is written. */
const filesAtOnce = 8;

export type AppendRefusal =
  CheckpointRefusal | 'log-differs-from-checkpoint' | 'log-file-broken' | 'signers-not-of-log';

/**
 * Puts entries in the log and signs its new size. Before it signs, it looks whether what lies there is what was signed
 * last: a log must never sign two histories. The checkpoint is written last, so that who reads along never misses a file.
 * One writer at a time: the caller holds a lock. Without entries it signs what there is again, as after a change of keys.
 * @param entries of at most 65,535 bytes each
 */
export async function appendToLog(
  files: LogFiles,
  log: { origin: string; keys: KeyRing; signers: readonly Signer[] },
  entries: readonly Uint8Array[],
): Promise<Outcome<Checkpoint, AppendRefusal>> {
  const before = await lastTail(files, log);
  if (!before.ok) return before;
  const size = before.value.size + entries.length;
  const asked = signersAt(log.keys, size);
  const signers = asked.flatMap(({ name, id }) => log.signers.filter(({ key }) => key.name === name && key.id === id));
  if (signers.length === 0 || signers.length < asked.length) return refused('signers-not-of-log');

  const { tail, files: written } = run(extendTail(before.value, entries), machine);
  for (let at = 0; at < written.length; at += filesAtOnce)
    await Promise.all(written.slice(at, at + filesAtOnce).map(async ({ path, bytes }) => files.write(path, bytes)));
  const checkpoint = { origin: log.origin, size, root: run(rootOfTail(tail), machine) };
  await files.write(checkpointPath, signCheckpoint(checkpoint, signers));
  return accepted(checkpoint);
}

/** What the files hold, if that is what was signed. */
async function lastTail(
  files: LogFiles,
  log: { origin: string; keys: KeyRing },
): Promise<Outcome<LogTail, AppendRefusal>> {
  const reader = { ...machine, readFile: async (path: string) => files.read(path) };
  const bytes = await files.read(checkpointPath);
  if (bytes === null) return accepted(emptyTail);
  const checkpoint = run(openCheckpoint(bytes, log), machine);
  if (!checkpoint.ok) return checkpoint;
  try {
    const tail = await walk(readTail(checkpoint.value.size), reader);
    const root = run(rootOfTail(tail), machine);
    return sameBytes(root, checkpoint.value.root) ? accepted(tail) : refused('log-differs-from-checkpoint');
  } catch (error) {
    if (error instanceof BrokenTile) return refused('log-file-broken', { path: error.path });
    throw error;
  }
}
