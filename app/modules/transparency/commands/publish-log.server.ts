import type { Instant } from '#app/kernel/instant.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { inTransaction, type Database, type Transaction } from '#app/platform/database.server.ts';
import { appendToLog, type AppendRefusal } from '../append-to-log.server.ts';
import { sameBytes } from '../bytes.ts';
import { openCheckpoint, type Checkpoint } from '../checkpoint.ts';
import { rotate, type KeyRing, type RingRefusal } from '../key-ring.ts';
import { lastCheckpoint, logTable, readKeyRing, readLogFile, writeKeyRing } from '../log.store.server.ts';
import { nodeMachine } from '../node-machine.server.ts';
import { signerOfSeed, type Signer } from '../signer.server.ts';
import { run, walk } from '../steps.ts';
import { BrokenTile, consistencyProof, tiledTree } from '../tiled-tree.ts';
import { verifiesConsistency } from '../tree.ts';

export type LogSigning = {
  database: Database;
  now: Instant;
  /** Secret seeds of the keys that may be asked to sign; the first one begins a log that has no key yet. */
  seeds: readonly Uint8Array[];
  /** Name of a log that begins; one that has begun keeps its own. */
  origin: string;
  /** What was signed last, kept outside the database: so that a database that was put back is seen. Null: nothing is kept. */
  memory?: CheckpointMemory | null;
};

export type CheckpointMemory = { read(): Promise<Uint8Array | null>; write(note: Uint8Array): Promise<void> };

export type SignRefusal = AppendRefusal | RingRefusal | 'log-went-back' | 'log-was-rewritten' | 'no-keys';

/** Leaves that one transaction takes. */
const page = 2560;
const machine = nodeMachine();

/**
 * Signs and publishes what was put in the log since the last time. One at a time; a stop halfway leaves what was there. Before
 * anything is signed it looks whether the tiles are what was signed last, and whether that is what is remembered outside the
 * database.
 * @returns the checkpoint that stands now
 */
export async function publishLog(signing: LogSigning): Promise<Outcome<Checkpoint, SignRefusal>> {
  for (;;) {
    const done = await signNext(signing, async (_tx, ring) => Promise.resolve(accepted(ring)));
    if (!done.ok) return done;
    if (done.value.taken < page) return accepted(done.value.checkpoint);
  }
}

/**
 * Goes over to another key: from the size of the log as it is now on it signs, and the others end there, so that both sign this
 * size and who trusts the old list can follow.
 * @param seed of the new key, which must be among the seeds of signing
 */
export async function rotateLogKey(signing: LogSigning, seed: Uint8Array): Promise<Outcome<Checkpoint, SignRefusal>> {
  const up = await publishLog(signing);
  if (!up.ok) return up;
  const done = await signNext(
    signing,
    async (tx, ring, size) => {
      const next = signerOfSeed(nameOf(ring, signing), seed);
      const turned = rotate(ring, next.key, size);
      if (turned.ok) await writeKeyRing(tx, turned.value);
      return turned;
    },
    { again: true },
  );
  return done.ok ? accepted(done.value.checkpoint) : done;
}

type Turn = (tx: Transaction, ring: KeyRing, size: number) => Promise<Outcome<KeyRing, RingRefusal>>;

async function signNext(signing: LogSigning, turn: Turn, { again = false } = {}) {
  const { database, now, memory } = signing;
  const remembered = (await memory?.read()) ?? null;
  type Done = { checkpoint: Checkpoint; taken: number; note: Uint8Array };
  const done = await inTransaction<Done, SignRefusal>(
    { database },
    async (tx) => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('publish-log', 0))`;
      const before = await lastCheckpoint(tx);
      const size = before?.size ?? 0;
      const ring = await ringOf(tx, signing);
      if (ring === null) return refused('no-keys');
      const turned = await turn(tx, ring, size);
      if (!turned.ok) return turned;
      const log = { origin: nameOf(ring, signing), keys: turned.value, signers: signersOf(turned.value, signing) };
      const mistake = remembered === null ? null : await mistakeSince(tx, remembered, log);
      if (mistake !== null) return refused(mistake);
      const rows = await tx.logLeaf.findMany({
        where: { index: { gte: size } },
        orderBy: { index: 'asc' },
        take: page,
        select: { index: true, entry: true },
      });
      if (rows.some(({ index }, at) => index !== size + at)) throw new Error('the leaves of the log have a gap');
      if (rows.length === 0 && before !== null && !again)
        return accepted({ checkpoint: { ...before, origin: log.origin }, taken: 0, note: before.note });
      const appended = await appendToLog(
        logTable(tx, now),
        log,
        rows.map(({ entry }) => entry),
      );
      if (!appended.ok) return appended;
      const note = (await lastCheckpoint(tx))?.note ?? new Uint8Array();
      return accepted({ checkpoint: appended.value, taken: rows.length, note });
    },
    { patience: 60_000 },
  );
  if (done.ok) await memory?.write(done.value.note);
  return done;
}

/** The list of keys; begun with the first seed. */
async function ringOf(tx: Transaction, { seeds, origin }: LogSigning): Promise<KeyRing | null> {
  const ring = await readKeyRing(tx);
  if (ring.length > 0) return ring;
  const [first] = seeds;
  if (first === undefined) return null;
  const begun: KeyRing = [{ key: signerOfSeed(origin, first).key, from: 0, through: null }];
  await writeKeyRing(tx, begun);
  return begun;
}

function signersOf(ring: KeyRing, signing: LogSigning): Signer[] {
  return signing.seeds.map((seed) => signerOfSeed(nameOf(ring, signing), seed));
}

/** A log keeps the name under which it began: what was signed bears it. */
function nameOf(ring: KeyRing, { origin }: Pick<LogSigning, 'origin'>): string {
  return ring[0]?.key.name ?? origin;
}

/** Whether the log is the continuation of what was signed before, as somebody else remembers it. */
async function mistakeSince(
  tx: Transaction,
  remembered: Uint8Array,
  log: { origin: string; keys: KeyRing },
): Promise<SignRefusal | null> {
  const earlier = run(openCheckpoint(remembered, log), machine);
  if (!earlier.ok) return earlier.reason;
  const last = await lastCheckpoint(tx);
  if (last === null || last.size < earlier.value.size) return 'log-went-back';
  if (last.size === earlier.value.size) return sameBytes(last.root, earlier.value.root) ? null : 'log-was-rewritten';
  const reader = { ...machine, readFile: async (path: string) => readLogFile(tx, path) };
  try {
    const proof = await walk(consistencyProof(tiledTree(last.size), earlier.value.size), reader);
    return run(verifiesConsistency(earlier.value, last, proof), machine) ? null : 'log-was-rewritten';
  } catch (error) {
    if (error instanceof BrokenTile) return 'log-file-broken';
    throw error;
  }
}
