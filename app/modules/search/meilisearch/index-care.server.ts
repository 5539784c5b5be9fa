import type { SearchDocument } from '../port.ts';
import type { Connection } from './connection.server.ts';
import { recordOf, stampOf, type SearchRecord } from './record.ts';
import { indexSettings } from './settings.ts';
import { codeOf, troubled } from './trouble.server.ts';

const batch = 1000;

/** Writing to the index, and making a fresh one. */
export type IndexCare = {
  put: (documents: readonly SearchDocument[]) => Promise<void>;
  remove: (ids: readonly string[]) => Promise<void>;
  rebuild(batches: AsyncIterable<readonly SearchDocument[]>): Promise<void>;
  stamps: () => AsyncIterable<readonly { id: string; stamp: string }[]>;
  /** Gives the index the settings of this release, and makes it where there is none. */
  settle(): Promise<void>;
  /** Whether a rebuild was finished: an index of single changes only would miss most. */
  isFilled(): Promise<boolean>;
};

export function careFor(connection: Connection, clock: () => number): IndexCare {
  const { index, next, state, patient, done } = connection;
  const own = patient.index<SearchRecord>(index);
  const fresh = patient.index<SearchRecord>(next);
  let settled: Promise<void> | null = null;

  const mark = patient.index<{ id: string; at: number }>(state);

  const isThere = async (uid: string) =>
    troubled(async () => {
      try {
        await patient.getRawIndex(uid);
        return true;
      } catch (error) {
        if (codeOf(error) === 'index_not_found') return false;
        throw error;
      }
    });

  /** Before a write: an index that documents made by themselves would have settings of nobody. */
  const settle = async () => {
    const isNew = !(await isThere(index));
    if (isNew) {
      settled = null;
      if (await isThere(state)) await done(mark.delete());
      await done(patient.createIndex(index, { primaryKey: 'id' }));
    }
    settled ??= done(own.updateSettings(indexSettings));
    try {
      await settled;
    } catch (error) {
      settled = null;
      throw error;
    }
  };

  const add = async (uid: string, records: readonly SearchRecord[]) => {
    for (let at = 0; at < records.length; at += batch)
      await done(patient.index(uid).addDocuments(records.slice(at, at + batch), { primaryKey: 'id' }));
  };

  const take = async (uid: string, ids: readonly string[]) => {
    for (let at = 0; at < ids.length; at += batch)
      await done(patient.index(uid).deleteDocuments(ids.slice(at, at + batch)));
  };

  /** @param asked `fields` of each record, all when left out */
  async function* pages(uid: string, asked: { fields?: (keyof SearchRecord)[]; filter?: string }) {
    for (let offset = 0; ; offset += batch) {
      const { results } = await troubled(async () =>
        patient.index<SearchRecord>(uid).getDocuments<SearchRecord>({ ...asked, limit: batch, offset }),
      );
      if (results.length > 0) yield results;
      if (results.length < batch) return;
    }
  }

  const idsOf = async (uid: string) => {
    const ids = new Set<string>();
    for await (const records of pages(uid, { fields: ['id'] })) for (const { id } of records) ids.add(id);
    return ids;
  };

  /** What was put or removed while the fresh index was filled may have come before an older version of it. */
  const catchUp = async (since: number, before: ReadonlySet<string>) => {
    for await (const records of pages(index, { filter: `putAt >= ${String(since)}` })) await add(next, records);
    const now = await idsOf(index);
    await take(
      next,
      [...before].filter((id) => !now.has(id)),
    );
  };

  return {
    settle,
    isFilled: async () => isThere(state),
    put: async (documents) => {
      if (documents.length === 0) return;
      await settle();
      const records = documents.map((document) => recordOf(document, clock()));
      await add(index, records);
      if (await isThere(next)) await add(next, records);
    },
    remove: async (ids) => {
      if (ids.length === 0) return;
      await settle();
      await take(index, ids);
      if (await isThere(next)) await take(next, ids);
    },
    rebuild: async (batches) => {
      await settle();
      const since = clock();
      const before = await idsOf(index);
      // left behind by one that was cut off
      if (await isThere(next)) await done(fresh.delete());
      await done(patient.createIndex(next, { primaryKey: 'id' }));
      await done(fresh.updateSettings(indexSettings));
      for await (const documents of batches)
        await add(
          next,
          documents.map((document) => recordOf(document, clock())),
        );
      await catchUp(since, before);
      await done(patient.swapIndexes([{ indexes: [index, next], rename: false }]));
      await done(fresh.delete());
      await done(mark.addDocuments([{ id: 'filled', at: clock() }], { primaryKey: 'id' }));
    },
    stamps: async function* () {
      const stamps = new Map<string, string>();
      if (await isThere(index))
        for await (const records of pages(index, { fields: ['id', 'stamp'] }))
          for (const record of records) stamps.set(record.id, stampOf(record));
      const inOrder = [...stamps].sort(([one], [other]) => (one < other ? -1 : 1));
      for (let at = 0; at < inOrder.length; at += batch)
        yield inOrder.slice(at, at + batch).map(([id, stamp]) => ({ id, stamp }));
    },
  };
}
