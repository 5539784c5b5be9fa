import { filterTest } from './filter.ts';
import { FakeRefusal, noIndex } from './refusal.ts';
import { search } from './search.ts';
import {
  defaultSettings,
  filterableOf,
  type FakeDocument,
  type FakeIndex,
  type FakeStore,
  type FakeTask,
} from './store.ts';

export type Call = { method: string; path: string[]; parameters: URLSearchParams; body: unknown };

type Said = { status: number; body?: unknown };

const ok = (body: unknown): Said => ({ status: 200, body });

/** What Meilisearch says to a call, or a `FakeRefusal`. */
export function answer(store: FakeStore, call: Call): Said {
  const { method, path, body } = call;
  const [first, uid, part, name] = path;
  const route = `${method} ${path.map((one, at) => (at === 1 && first !== 'multi-search' ? ':id' : one)).join('/')}`;
  if (route === 'GET health') return ok({ status: 'available' });
  if (route === 'GET version') return ok({ commitSha: 'fake', commitDate: 'fake', pkgVersion: '1.22.0' });
  if (route === 'GET tasks/:id') return ok(store.task(Number(uid)));
  if (route === 'POST multi-search') return ok({ results: queriesOf(body).map((query) => searched(store, query)) });
  if (route === 'POST swap-indexes') return accepted(swap(store, body));
  if (route === 'POST indexes') return accepted(create(store, body));
  if (first === 'indexes' && uid !== undefined) return ofIndex(store, { ...call, uid, part, name });
  throw new FakeRefusal('not_found', `The fake has no ${route}`);
}

type IndexCall = Call & { uid: string; part: string | undefined; name: string | undefined };

function ofIndex(store: FakeStore, call: IndexCall): Said {
  const { uid, body } = call;
  const fields = (index: FakeIndex) => ({
    uid,
    primaryKey: index.primaryKey,
    createdAt: index.createdAt,
    updatedAt: index.updatedAt,
  });
  switch (`${call.method} ${[call.part, call.name].filter((one) => one !== undefined).join('/')}`) {
    case 'GET ':
      return ok(fields(store.index(uid)));
    case 'DELETE ':
      return accepted(
        store.enqueue('indexDeletion', uid, {}, () => {
          store.index(uid);
          store.indexes.delete(uid);
        }),
      );
    case 'GET stats': {
      const index = store.index(uid);
      return ok({ numberOfDocuments: index.documents.size, isIndexing: false, fieldDistribution: {} });
    }
    case 'POST search':
      return ok(search(store.index(uid), body as Record<string, unknown>));
    case 'GET settings':
      return ok(store.index(uid).settings);
    case 'GET settings/synonyms':
      return ok(store.index(uid).settings.synonyms);
    case 'PATCH settings':
      return accepted(settle(store, uid, body as Record<string, unknown>));
    case 'PUT settings/synonyms':
      return accepted(settle(store, uid, { synonyms: body }));
    case 'GET documents':
      return ok(page(store.index(uid), Object.fromEntries(call.parameters)));
    case 'POST documents/fetch':
      return ok(page(store.index(uid), body as Record<string, unknown>));
    case 'POST documents':
      return accepted(add(store, uid, body, call.parameters.get('primaryKey')));
    case 'POST documents/delete-batch':
      return accepted(remove(store, uid, body));
    default:
      throw new FakeRefusal('not_found', `The fake has no ${call.method} ${call.path.join('/')}`);
  }
}

function accepted({ uid, indexUid, status, type, enqueuedAt }: FakeTask): Said {
  return { status: 202, body: { taskUid: uid, indexUid, status, type, enqueuedAt } };
}

function searched(store: FakeStore, query: Record<string, unknown>) {
  const uid = String(query.indexUid);
  return { indexUid: uid, ...search(store.index(uid), query) };
}

function queriesOf(body: unknown): Record<string, unknown>[] {
  const { queries, ...rest } = (body ?? {}) as { queries?: unknown };
  if (!Array.isArray(queries) || Object.keys(rest).length > 0)
    throw new FakeRefusal('bad_request', 'The fake takes `queries` and nothing else.');
  return queries as Record<string, unknown>[];
}

function create(store: FakeStore, body: unknown): FakeTask {
  const { uid, primaryKey } = body as { uid: string; primaryKey?: string };
  if (!/^[\w-]{1,400}$/.test(uid)) throw new FakeRefusal('invalid_index_uid', `\`${uid}\` is not a valid index uid.`);
  return store.enqueue('indexCreation', uid, { primaryKey }, () => {
    if (store.indexes.has(uid)) throw new FakeRefusal('index_already_exists', `Index \`${uid}\` already exists.`);
    store.indexOrNew(uid, primaryKey ?? null);
  });
}

function swap(store: FakeStore, body: unknown): FakeTask {
  const swaps = body as { indexes: [string, string]; rename?: boolean }[];
  return store.enqueue('indexSwap', null, { swaps }, () => {
    for (const { indexes } of swaps) for (const uid of indexes) store.index(uid);
    for (const { indexes } of swaps) {
      const [one, other] = indexes.map((uid) => store.index(uid));
      if (one === undefined || other === undefined) throw noIndex(indexes.join());
      store.indexes.set(indexes[0], other);
      store.indexes.set(indexes[1], one);
    }
  });
}

function settle(store: FakeStore, uid: string, wanted: Record<string, unknown>): FakeTask {
  const unknown = Object.keys(wanted).find((name) => !(name in defaultSettings()));
  if (unknown !== undefined) throw new FakeRefusal('bad_request', `Unknown field \`${unknown}\``);
  return store.enqueue('settingsUpdate', uid, wanted, () => {
    const index = store.indexOrNew(uid);
    const { typoTolerance, faceting, pagination } = index.settings;
    index.settings = {
      ...index.settings,
      ...wanted,
      typoTolerance: { ...typoTolerance, ...(wanted.typoTolerance as object | undefined) },
      faceting: { ...faceting, ...(wanted.faceting as object | undefined) },
      pagination: { ...pagination, ...(wanted.pagination as object | undefined) },
    };
    index.changed();
  });
}

function add(store: FakeStore, uid: string, body: unknown, primaryKey: string | null): FakeTask {
  if (!Array.isArray(body)) throw new FakeRefusal('malformed_payload', 'expected a list of documents');
  const documents = body as FakeDocument[];
  const details = { receivedDocuments: documents.length, indexedDocuments: documents.length };
  return store.enqueue('documentAdditionOrUpdate', uid, details, () => {
    const index = store.indexOrNew(uid, primaryKey);
    index.primaryKey ??= primaryKey ?? 'id';
    const ids = documents.map((document) => document[index.primaryKey ?? 'id']);
    if (ids.some((id) => typeof id !== 'string' || !/^[\w-]{1,511}$/.test(id)))
      throw new FakeRefusal('invalid_document_id', 'Document identifier is invalid.');
    documents.forEach((document, at) => index.documents.set(ids[at] as string, document));
    index.changed();
  });
}

function remove(store: FakeStore, uid: string, body: unknown): FakeTask {
  const ids = body as string[];
  return store.enqueue('documentDeletion', uid, { providedIds: ids.length }, () => {
    const index = store.index(uid);
    for (const id of ids) index.documents.delete(id);
    index.changed();
  });
}

function page(index: FakeIndex, asked: Record<string, unknown>) {
  const fields = Array.isArray(asked.fields)
    ? (asked.fields as string[])
    : typeof asked.fields === 'string'
      ? asked.fields.split(',')
      : null;
  const passes = filterTest(asked.filter, filterableOf(index.settings));
  const documents = [...index.documents.values()].filter(passes);
  const [offset, limit] = [Number(asked.offset ?? 0), Number(asked.limit ?? 20)];
  const results = documents
    .slice(offset, offset + limit)
    .map((document) => (fields === null ? document : Object.fromEntries(fields.map((name) => [name, document[name]]))));
  return { results, offset, limit, total: documents.length };
}
