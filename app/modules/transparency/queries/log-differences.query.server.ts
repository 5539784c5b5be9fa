import type { Transaction } from '#app/platform/database.server.ts';
import { sameBytes } from '../bytes.ts';
import { checkMirror } from '../check-mirror.ts';
import { openCheckpoint } from '../checkpoint.ts';
import type { LeafKind } from '../log-view.ts';
import { lastCheckpoint, readKeyRing, readLogFile } from '../log.store.server.ts';
import { nodeMachine } from '../node-machine.server.ts';
import { run } from '../steps.ts';
import { checkpointPath, decodeBundle, tilePath, tilesOf, tileWidth, widthOf } from '../tile.ts';
import { BrokenTile, rootOf, tiledTree } from '../tiled-tree.ts';

type Row = { offender: string };
type Standing = { subject: string; sha256: string };

/**
 * Publications of one kind that are not in the log as they stand in their register now, and leaves of what is in no register.
 * @param standing what stands in the register: number or day, and the SHA-256 of the file. With `isCorrection` it is looked for
 *   among the corrections
 * @param table what an offender is called by
 */
export async function notAsInLog(
  tx: Transaction,
  kind: LeafKind,
  table: string,
  standing: readonly (Standing & { isCorrection?: boolean })[],
): Promise<Row[]> {
  const rows = await tx.logLeaf.findMany({
    where: { kind: { in: [kind, 'correction'] } },
    select: { index: true, kind: true, subject: true, record: true },
  });
  const keyOf = (leafKind: string, { subject, sha256 }: Standing) => `${leafKind} ${subject} ${sha256}`;
  const leaves = new Set(rows.map((row) => keyOf(row.kind, { subject: row.subject, sha256: sha256Of(row.record) })));
  // an erased leaf answers for its own kind only: what was corrected since is still looked for
  const erased = new Set(rows.filter(({ record }) => record === null).map((row) => `${row.kind} ${row.subject}`));
  const missing = standing.filter((one) => {
    const leafKind = one.isCorrection ? 'correction' : kind;
    return !leaves.has(keyOf(leafKind, one)) && !erased.has(`${leafKind} ${one.subject}`);
  });
  const known = new Set(standing.map(({ subject }) => subject));
  const strange = rows.filter((row) => row.kind === kind && !known.has(row.subject));
  return [
    ...missing.map(({ subject }) => ({ offender: `${table}/${subject}` })),
    ...strange.map(({ index, subject }) => ({ offender: `log_leaf/${String(index)}/${subject}` })),
  ];
}

function sha256Of(record: string | null): string {
  return /"sha256":"([0-9a-f]{64})"/.exec(record ?? '')?.[1] ?? '';
}

/**
 * Everything that was signed, held against itself: leaves whose entry is not that of their record, or that are not in the tiles
 * as they are in the table; tiles that do not make the root that was signed; checkpoints that are not signed or of another tree.
 * @returns `log_leaf/<index>`, `log_tile/<path>` with the first entry that differs, or `log_checkpoint/<size>`
 */
export async function logNotAsSigned(tx: Transaction): Promise<Row[]> {
  const bent = await tx.$queryRaw<Row[]>`
    select 'log_leaf/' || index as offender from log_leaf
    where (record is not null and (entry <> sha256(convert_to(E'wijkbeurs.leaf/1\n', 'UTF8') || salt || convert_to(record, 'UTF8'))
      or kind is distinct from record::jsonb ->> 'kind'
      or subject is distinct from coalesce(record::jsonb -> 'corrects' ->> 'number', record::jsonb -> 'corrects' ->> 'day', record::jsonb -> 'corrects' ->> 'vote',
        record::jsonb ->> 'number', record::jsonb ->> 'day', record::jsonb ->> 'vote'))) or index is null
    order by index`;
  const checkpoint = await lastCheckpoint(tx);
  const keys = await readKeyRing(tx);
  if (checkpoint === null || keys[0] === undefined) return bent;
  const log = { origin: keys[0].key.name, keys };
  const held = await heldFiles(tx, checkpoint.size);
  const machine = nodeMachine((path) => held.get(path) ?? null);
  const { findings } = run(checkMirror([...held.keys()], log), machine);
  const wrong = findings.map(({ path, at }) => ({
    offender:
      path === checkpointPath
        ? `log_checkpoint/${checkpoint.size}`
        : `log_tile/${path}${at === undefined ? '' : `#${at + 1}`}`,
  }));
  const unlike = await leavesUnlikeTiles(tx, held, checkpoint.size);
  return distinct([...bent, ...wrong, ...unlike, ...(await checkpointsUnlikeTiles(tx, log, held, checkpoint.size))]);
}

async function heldFiles(tx: Transaction, size: number): Promise<Map<string, Uint8Array>> {
  const held = new Map<string, Uint8Array>();
  for (const path of [checkpointPath, ...Array.from(tilesOf(size), tilePath)]) {
    const bytes = await readLogFile(tx, path);
    if (bytes !== null) held.set(path, bytes);
  }
  return held;
}

/** Leaves in the table that are not, in their place, what was published as entries; and places without a leaf. */
async function leavesUnlikeTiles(tx: Transaction, held: Map<string, Uint8Array>, size: number): Promise<Row[]> {
  const unlike: Row[] = [];
  for (let index = 0; index * tileWidth < size; index += 1) {
    const width = widthOf({ level: 'entries', index }, size);
    const bytes = held.get(tilePath({ level: 'entries', index, width }));
    const entries = bytes === undefined ? null : decodeBundle(bytes, width);
    const first = index * tileWidth;
    const rows = await tx.logLeaf.findMany({
      where: { index: { gte: first, lt: first + width } },
      select: { index: true, entry: true },
    });
    const leaves = new Map(rows.map((row) => [row.index, row.entry]));
    for (let at = 0; at < width; at += 1) {
      const leaf = leaves.get(first + at);
      const entry = entries?.[at];
      if (leaf === undefined || (entry !== undefined && !sameBytes(leaf, entry)))
        unlike.push({ offender: `log_leaf/${first + at}` });
    }
  }
  return unlike;
}

async function checkpointsUnlikeTiles(
  tx: Transaction,
  log: Parameters<typeof openCheckpoint>[1],
  held: Map<string, Uint8Array>,
  size: number,
): Promise<Row[]> {
  // tiles of smaller trees are the beginning of those of the last one, so one tree answers for all of them
  const machine = nodeMachine((path) => held.get(path) ?? null);
  const tree = tiledTree(size);
  const unlike: Row[] = [];
  const rows = await tx.logCheckpoint.findMany({ select: { size: true, root: true, note: true } });
  for (const row of rows) {
    const opened = run(openCheckpoint(row.note, log), machine);
    try {
      const isRight =
        opened.ok &&
        opened.value.size === row.size &&
        sameBytes(opened.value.root, row.root) &&
        row.size <= size &&
        sameBytes(run(rootOf(tree, row.size), machine), row.root);
      if (!isRight) unlike.push({ offender: `log_checkpoint/${row.size}` });
    } catch (error) {
      // named already, as a tile
      if (!(error instanceof BrokenTile)) throw error;
    }
  }
  return unlike;
}

function distinct(rows: readonly Row[]): Row[] {
  return [...new Set(rows.map(({ offender }) => offender))].map((offender) => ({ offender }));
}
