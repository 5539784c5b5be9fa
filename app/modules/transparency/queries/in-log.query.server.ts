import type { Database } from '#app/platform/database.server.ts';
import { textOf, utf8 } from '../bytes.ts';
import { formatPublishedLeaf } from '../leaf.ts';
import { leafRecord } from '../leaf-record.ts';
import type { InLogView, LeafKind, LogView, TrustedLog } from '../log-view.ts';
import { keyRingFile, lastCheckpoint, readKeyRing, readLogFile } from '../log.store.server.ts';
import { nodeMachine } from '../node-machine.server.ts';
import { formatVerifierKey } from '../note-key.ts';
import { formatProof } from '../proof-file.ts';
import { walk } from '../steps.ts';
import { inclusionProof, tiledTree } from '../tiled-tree.ts';

type Asked = {
  kind: LeafKind;
  /** Number or day of what was published. */
  subject: string;
  /** Of the file as it was published; left out for what was published once. Finds the correction that it came with. */
  sha256?: string;
};

/** How something that was published stands in the log. */
export async function inLog(database: Database, asked: Asked): Promise<InLogView> {
  const row = await leafRow(database, asked);
  if (row === null) return { state: 'none' };
  if (row.record === null) return { state: 'erased' };
  const [checkpoint, log] = await Promise.all([lastCheckpoint(database), trustedLog(database)]);
  if (row.index === null || checkpoint === null || log === null || row.index >= checkpoint.size)
    return { state: 'waiting' };
  const { size, signedAt } = checkpoint;
  return { state: 'in-log', index: row.index, recordedAt: row.recordedAt, size, signedAt, log };
}

/**
 * The proof of a leaf as one file, in the last checkpoint.
 * @returns null for what is not in the log, or not yet in a checkpoint, or erased
 * @throws BrokenTile when the tiles of the log are not whole
 */
export async function proofOf(database: Database, asked: Asked): Promise<string | null> {
  const row = await leafRow(database, asked);
  const [checkpoint, log] = await Promise.all([lastCheckpoint(database), trustedLog(database)]);
  if (row?.record == null || row.salt === null || row.index === null || checkpoint === null || log === null)
    return null;
  const { size } = checkpoint;
  if (row.index >= size) return null;
  const leaf = { record: leafRecord.parse(JSON.parse(row.record)), salt: row.salt };
  const machine = { ...nodeMachine(), readFile: async (path: string) => readLogFile(database, path) };
  const hashes = await walk(inclusionProof(tiledTree(size), row.index), machine);
  const published = formatPublishedLeaf({ log: log.origin, index: row.index, leaf });
  return formatProof({ leaf: utf8(published), size, hashes, checkpoint: checkpoint.note });
}

async function leafRow(database: Database, { kind, subject, sha256 }: Asked) {
  const kinds = sha256 === undefined ? [kind] : [kind, 'correction'];
  const rows = await database.logLeaf.findMany({
    where: { kind: { in: kinds }, subject, ...(sha256 === undefined ? {} : { record: { contains: sha256 } }) },
    orderBy: { index: 'asc' },
    take: 1,
  });
  return rows[0] ?? null;
}

/** Name and keys of the log; null before the first signature. */
export async function trustedLog(database: Database): Promise<TrustedLog | null> {
  const ring = await readKeyRing(database);
  return ring[0] === undefined ? null : { origin: ring[0].key.name, keys: keyRingFile(ring) };
}

const shownLeaves = 12;

export async function logPage(database: Database): Promise<LogView> {
  const [checkpoint, log, ring] = await Promise.all([
    lastCheckpoint(database),
    trustedLog(database),
    readKeyRing(database),
  ]);
  if (checkpoint === null || log === null) return null;
  const [counted, recent] = await Promise.all([
    database.logLeaf.groupBy({ by: ['kind'], where: { index: { lt: checkpoint.size } }, _count: true }),
    database.logLeaf.findMany({
      where: { index: { lt: checkpoint.size } },
      orderBy: { index: 'desc' },
      take: shownLeaves,
      select: { index: true, kind: true, subject: true, recordedAt: true, erasedAt: true },
    }),
  ]);
  const countOf = (kind: LeafKind) => counted.find((one) => one.kind === kind)?._count ?? 0;
  return {
    size: checkpoint.size,
    signedAt: checkpoint.signedAt,
    note: textOf(checkpoint.note) ?? '',
    log,
    keys: ring.map(({ key, from, through }) => ({ key: formatVerifierKey(key), from, through })),
    counts: {
      decision: countOf('decision'),
      correction: countOf('correction'),
      'ledger-day': countOf('ledger-day'),
      minutes: countOf('minutes'),
      vote: countOf('vote'),
      'vote-result': countOf('vote-result'),
    },
    recent: recent.map(({ index, kind, subject, recordedAt, erasedAt }) => ({
      index: index ?? 0,
      kind: kind as LeafKind,
      subject,
      recordedAt,
      isErased: erasedAt !== null,
    })),
  };
}

/** A file of the log as its address names it: the checkpoint, a tile, a bundle, or the list of keys. */
export async function logFile(
  database: Database,
  path: string,
): Promise<{ bytes: Uint8Array; isText: boolean; staysTheSame: boolean } | null> {
  if (path === 'keys') {
    const log = await trustedLog(database);
    return log === null ? null : { bytes: utf8(log.keys), isText: true, staysTheSame: false };
  }
  const bytes = await readLogFile(database, path);
  return bytes === null ? null : { bytes, isText: path === 'checkpoint', staysTheSame: path !== 'checkpoint' };
}
