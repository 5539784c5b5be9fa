import type { Instant } from '#app/kernel/instant.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import { formatKeyRing, parseKeyRing, type KeyRing } from './key-ring.ts';
import type { LogFiles } from './log-files.ts';
import { nodeMachine } from './node-machine.server.ts';
import { formatVerifierKey } from './note-key.ts';
import { parseNote } from './note.ts';
import { parseCheckpoint, type Checkpoint } from './checkpoint.ts';
import { run } from './steps.ts';
import { checkpointPath, decodeBundle, encodeBundle, parseTilePath, tileWidth, type Tile } from './tile.ts';
import { hashLength } from './tree.ts';

/** Of the row that holds entries. */
const entryLevel = -1;

type Reader = Pick<Database, 'logTile' | 'logCheckpoint' | 'logKey'>;

/**
 * The files of the log, as PostgreSQL holds them: in one transaction, so that a new size is there whole or not at all. A tile is
 * one row that grows; narrower ones are its beginning, so every size that was ever signed can still be proved.
 * @param now when a checkpoint that is written was signed
 */
export function logTable(tx: Transaction, now: Instant): LogFiles {
  return {
    read: async (path) => readLogFile(tx, path),
    async write(path, bytes) {
      if (path === checkpointPath) {
        const { size, root } = checkpointOf(bytes);
        await tx.logCheckpoint.create({ data: { size, root: own(root), note: own(bytes), signedAt: now } });
        return;
      }
      const tile = parseTilePath(path);
      if (tile === null) throw new RangeError(`not a file of a log: ${path}`);
      const { level, index } = placeOf(tile);
      await tx.logTile.upsert({
        where: { level_index: { level, index } },
        create: { level, index, bytes: own(bytes) },
        update: { bytes: own(bytes) },
      });
    },
  };
}

/** @returns null when the log has no such file */
export async function readLogFile(database: Reader, path: string): Promise<Uint8Array | null> {
  if (path === checkpointPath) return (await lastCheckpoint(database))?.note ?? null;
  const tile = parseTilePath(path);
  if (tile === null || tile.index > 0x7fffffff) return null;
  const row = await database.logTile.findUnique({ where: { level_index: placeOf(tile) }, select: { bytes: true } });
  return row === null ? null : beginning(row.bytes, tile);
}

/** A tile as wide as it was asked for, out of what is there by now. */
function beginning(bytes: Uint8Array, { level, width }: Tile): Uint8Array | null {
  if (level !== 'entries') return bytes.length < width * hashLength ? null : bytes.subarray(0, width * hashLength);
  for (let held = width; held <= tileWidth; held += 1) {
    const entries = decodeBundle(bytes, held);
    if (entries !== null) return held === width ? bytes : encodeBundle(entries.slice(0, width));
  }
  return null;
}

const placeOf = ({ level, index }: Tile) => ({ level: level === 'entries' ? entryLevel : level, index });

export type SignedCheckpoint = { size: number; root: Uint8Array; note: Uint8Array; signedAt: Instant };

export async function lastCheckpoint(database: Reader): Promise<SignedCheckpoint | null> {
  return database.logCheckpoint.findFirst({
    orderBy: { sequence: 'desc' },
    select: { size: true, root: true, note: true, signedAt: true },
  });
}

function checkpointOf(bytes: Uint8Array): Checkpoint {
  const note = parseNote(bytes);
  const checkpoint = note.ok ? parseCheckpoint(note.value.text) : null;
  if (checkpoint === null) throw new RangeError('no checkpoint');
  return checkpoint;
}

/** The list of keys, in the order in which they came; empty before the first signature. @throws Error for a list that cannot be */
export async function readKeyRing(database: Reader): Promise<KeyRing> {
  const rows = await database.logKey.findMany({ orderBy: [{ fromSize: 'asc' }, { key: 'asc' }] });
  if (rows.length === 0) return [];
  const text = rows
    .map(({ key, fromSize, throughSize }) => `${key} ${fromSize} ${throughSize ?? ''}`.trim())
    .join('\n');
  const ring = run(parseKeyRing(text), nodeMachine());
  if (!ring.ok) throw new Error(`the keys of the log: ${ring.reason}`);
  return ring.value;
}

export async function writeKeyRing(tx: Transaction, ring: KeyRing): Promise<void> {
  const before = new Map((await tx.logKey.findMany()).map((row) => [row.key, row]));
  for (const { key, from, through } of ring) {
    const name = formatVerifierKey(key);
    const known = before.get(name);
    if (known === undefined) await tx.logKey.create({ data: { key: name, fromSize: from, throughSize: through } });
    else if (known.throughSize !== through)
      await tx.logKey.update({ where: { key: name }, data: { throughSize: through } });
  }
}

/** The list as a file that a verifier keeps. */
export function keyRingFile(ring: KeyRing): string {
  return `# keys of the log: key, first size, last size\n${formatKeyRing(ring)}`;
}

/** Prisma wants bytes of its own. */
function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
