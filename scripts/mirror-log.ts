import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { canonicalJson } from '#app/kernel/canonical-json.ts';
import { toHex } from '#app/modules/transparency/bytes.ts';
import type { NamedFile } from '#app/modules/transparency/check-mirror.ts';
import { parseCheckpoint } from '#app/modules/transparency/checkpoint.ts';
import { publishedLeaf } from '#app/modules/transparency/leaf.ts';
import type { LeafRecord } from '#app/modules/transparency/leaf-record.ts';
import { logFolder } from '#app/modules/transparency/log-folder.server.ts';
import { sha256Now } from '#app/modules/transparency/node-machine.server.ts';
import { parseNote } from '#app/modules/transparency/note.ts';
import { checkpointPath, tilePath, tilesOf, tileWidth } from '#app/modules/transparency/tile.ts';

/** A site that gives no log is not a wrong log. */
export class NoLogThere extends Error {}

export type Mirrored = {
  /** Where the copy of the log itself is. */
  folder: string;
  /** Checkpoints that an earlier copy held. */
  earlier: NamedFile[];
  leaves: NamedFile[];
  /** Publications that are not what the log says of them. */
  wrong: { path: string; problem: string }[];
  publications: number;
};

const page = z.object({ leaves: z.array(publishedLeaf), next: z.string().nullable() });

/**
 * Copies the log of a site into a folder, or goes on with a copy that is there: tiles first and the checkpoint last, so that a
 * copy that was broken off is still the copy of before. Full tiles are fetched once. Then every leaf, and what was published of it,
 * which must be what the leaf says. Judges nothing else.
 */
export async function mirrorLog(site: string, into: string): Promise<Mirrored> {
  const folder = join(into, 'log');
  const files = logFolder(folder);
  const fetched = async (path: string) => fetchBytes(new URL(path, site));
  const note = await fetched('/transparantie/log/checkpoint');
  if (note === null) throw new NoLogThere(`${site} has no log at /transparantie/log/checkpoint`);
  const earlier = await keepEarlier(into, await files.read(checkpointPath));
  for (const tile of tilesOf(sizeOf(note))) {
    const path = tilePath(tile);
    if (tile.width === tileWidth && (await files.read(path)) !== null) continue;
    const bytes = await fetched(`/transparantie/log/${path}`);
    // one that is missing is named by the check
    if (bytes !== null) await files.write(path, bytes);
  }
  await files.write(checkpointPath, note);
  const leaves = await mirrorLeaves(fetched, into);
  const records = leaves.map(({ bytes }) => publishedLeaf.parse(JSON.parse(new TextDecoder().decode(bytes))).record);
  return { folder, earlier, leaves, ...(await checkPublications(fetched, records)) };
}

type Fetch = (path: string) => Promise<Uint8Array | null>;

async function fetchBytes(url: URL): Promise<Uint8Array | null> {
  const answer = await fetch(url).catch((error: unknown) => {
    throw new NoLogThere(`${url.href} does not answer (${String(error)})`);
  });
  if (answer.status === 404) return null;
  if (!answer.ok) throw new NoLogThere(`${url.href} answers ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** @returns 0 for what is no checkpoint: the check says what is wrong with it */
function sizeOf(bytes: Uint8Array): number {
  const note = parseNote(bytes);
  return (note.ok ? parseCheckpoint(note.value.text)?.size : null) ?? 0;
}

/** Every checkpoint that was ever copied stays, by its size: the log must be the continuation of all of them. */
async function keepEarlier(into: string, last: Uint8Array | null): Promise<NamedFile[]> {
  if (last !== null) {
    const names = await namesOfEarlier(into);
    const name = `${sizeOf(last)}-${toHex(sha256Now(last)).slice(0, 12)}`;
    if (!names.includes(name)) {
      await write(join(into, 'earlier', name), last);
      await write(listOfEarlier(into), new TextEncoder().encode(`${[...names, name].join('\n')}\n`));
    }
  }
  return earlierIn(into);
}

const listOfEarlier = (into: string) => join(into, 'earlier', 'list');

async function namesOfEarlier(into: string): Promise<string[]> {
  const list = await readFile(listOfEarlier(into), 'utf8').catch(() => '');
  return list.split('\n').filter((name) => name !== '');
}

/** Checkpoints of the times before that a copy keeps, the first one first. */
export async function earlierIn(into: string): Promise<NamedFile[]> {
  const names = await namesOfEarlier(into);
  return Promise.all(
    names.map(async (name) => ({ name: `earlier/${name}`, bytes: await readFile(join(into, 'earlier', name)) })),
  );
}

async function mirrorLeaves(fetched: Fetch, into: string): Promise<NamedFile[]> {
  const leaves: NamedFile[] = [];
  for (let path: string | null = '/transparantie/regels.json'; path !== null;) {
    const bytes: Uint8Array | null = await fetched(path);
    if (bytes === null) break;
    const read = page.parse(JSON.parse(new TextDecoder().decode(bytes)));
    for (const leaf of read.leaves) {
      const name = `leaves/${leaf.index}.json`;
      const text = new TextEncoder().encode(canonicalJson(leaf));
      await write(join(into, name), text);
      leaves.push({ name, bytes: text });
    }
    path = read.next;
  }
  return leaves;
}

/** Where the site publishes what a leaf is of; null: nowhere that we know. */
function addressOf(record: LeafRecord): string | null {
  if (record.kind === 'decision') return `/besluiten/${record.number}.json`;
  if (record.kind === 'ledger-day') return `/transparantie/dagen/${record.day}.json`;
  if (record.kind === 'minutes') return `/transparantie/verslagen/${record.number}.json`;
  if (record.kind === 'vote') return `/stemmen/${record.vote}/aankondiging.json`;
  if (record.kind === 'vote-result') return `/stemmen/${record.vote}/stemmen.pb`;
  if (record.corrects.kind === 'ledger-day') return `/transparantie/dagen/${record.corrects.day}.json`;
  if (record.corrects.kind === 'vote-result') return `/stemmen/${record.corrects.vote}/stemmen.pb`;
  // of a decision the correction is another decision, which has its own line
  return record.corrects.kind === 'minutes' ? `/transparantie/verslagen/${record.corrects.number}.json` : null;
}

async function checkPublications(fetched: Fetch, records: readonly LeafRecord[]) {
  const expected = new Map<string, string>();
  // a later correction of the same address takes the place of what was there
  for (const record of records) {
    const address = addressOf(record);
    if (address !== null) expected.set(address, record.sha256);
  }
  const wrong: Mirrored['wrong'] = [];
  for (const [path, sha256] of expected) {
    const bytes = await fetched(path);
    if (bytes === null) wrong.push({ path, problem: 'missing' });
    else if (toHex(sha256Now(bytes)) !== sha256) wrong.push({ path, problem: 'differs-from-the-log' });
  }
  return { wrong, publications: expected.size };
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}
