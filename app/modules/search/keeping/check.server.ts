import { setTimeout as wait } from 'node:timers/promises';
import { allDocuments, type DocumentKey } from '../documents/index.server.ts';
import { documentKinds, type SearchEngine } from '../port.ts';
import { catchUp } from './catch-up.server.ts';
import { changesFor, checkedIndex, noteChanges } from './change.store.server.ts';
import { buildingOf, type Keeping } from './keeping.server.ts';

/** Missing from the index, not as the database says, or still there although it is not public. */
export type Difference = { id: string; problem: 'missing' | 'outdated' | 'left over' };

export type Checked = {
  documents: number;
  differences: Difference[];
  /** How many differed, and which, before they were mended; the same as above when nothing was. */
  before: number;
  named: string[];
};

type Compared = Pick<Checked, 'documents' | 'differences'>;

/** Milliseconds that another process gets to work off what it is at. */
const patience = 30_000;

/**
 * Compares what an engine holds with what the database says, and remembers what came of it. What changes meanwhile differs for a
 * moment: only what differs twice counts.
 * @param isMended whether what differs is done again
 */
export async function checkIndex(
  keeping: Keeping,
  engine: SearchEngine,
  { isMended }: { isMended: boolean },
): Promise<Checked> {
  let result = await differencesTwice(keeping, engine);
  const named = result.differences.map(({ id, problem }) => `${id} (${problem})`);
  const before = named.length;
  if (isMended && before > 0) {
    await mend(keeping, engine, result.differences);
    result = await differencesTwice(keeping, engine);
  }
  const { database, clock } = keeping;
  await checkedIndex(database, engine.name, { checkedAt: clock.now(), differences: result.differences.length });
  return { ...result, before, named };
}

async function differencesTwice(keeping: Keeping, engine: SearchEngine): Promise<Compared> {
  await workedOff(keeping, engine);
  const first = await compare(keeping, engine);
  if (first.differences.length === 0) return first;
  await workedOff(keeping, engine);
  const again = await compare(keeping, engine);
  const seen = new Set(first.differences.map(({ id }) => id));
  return { documents: again.documents, differences: again.differences.filter(({ id }) => seen.has(id)) };
}

/** Waits until everything that was noted by now is in the index. */
async function workedOff(keeping: Keeping, engine: SearchEngine): Promise<void> {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    if ((await catchUp(keeping, engine)) !== null) return;
    if ((await changesFor(keeping.database, engine.name, 1)).length === 0) return;
    await wait(100);
  }
}

/** Both sides in order of id, side by side, so that memory does not grow with them. */
async function compare(keeping: Keeping, engine: SearchEngine): Promise<Compared> {
  const differences: Difference[] = [];
  let documents = 0;
  const wanted = oneByOne(allDocuments(buildingOf(keeping)));
  const held = inOrder(oneByOne(engine.stamps()), engine.name);
  let want = await wanted.next();
  let have = await held.next();
  while (want.done !== true || have.done !== true) {
    const wantId = want.done === true ? null : want.value.id;
    const haveId = have.done === true ? null : have.value.id;
    if (wantId !== null && (haveId === null || wantId < haveId)) {
      differences.push({ id: wantId, problem: 'missing' });
      documents += 1;
      want = await wanted.next();
    } else if (haveId !== null && (wantId === null || haveId < wantId)) {
      differences.push({ id: haveId, problem: 'left over' });
      have = await held.next();
    } else {
      if (want.done !== true && have.done !== true && want.value.stamp !== have.value.stamp)
        differences.push({ id: want.value.id, problem: 'outdated' });
      documents += 1;
      want = await wanted.next();
      have = await held.next();
    }
  }
  return { documents, differences };
}

async function* oneByOne<Item>(batches: AsyncIterable<readonly Item[]>): AsyncGenerator<Item, undefined> {
  for await (const batch of batches) yield* batch;
}

/** @throws when the engine does not keep its promise: comparing would find differences that are none */
async function* inOrder<Item extends { id: string }>(
  items: AsyncIterable<Item>,
  engine: string,
): AsyncGenerator<Item, undefined> {
  let last = '';
  for await (const item of items) {
    if (item.id <= last) throw new Error(`${engine} gives ${item.id} after ${last}`);
    last = item.id;
    yield item;
  }
}

async function mend(keeping: Keeping, engine: SearchEngine, differences: readonly Difference[]): Promise<void> {
  const keys = differences.map(({ id }) => ({ id, of: keyOf(id) }));
  const unknown = keys.flatMap(({ id, of }) => (of === null ? [id] : []));
  if (unknown.length > 0) await engine.remove(unknown);
  await noteChanges(
    keeping.database,
    keys.flatMap(({ of }) => (of === null ? [] : [of])),
    engine.name,
  );
  await workedOff(keeping, engine);
}

/** @returns null for an id that no document of ours has */
function keyOf(id: string): DocumentKey | null {
  const kind = documentKinds.find((one) => id.startsWith(`${one}-`));
  return kind === undefined ? null : { kind, key: id.slice(kind.length + 1) };
}
