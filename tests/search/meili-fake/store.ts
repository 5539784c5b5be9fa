import { FakeRefusal, noIndex } from './refusal.ts';
import { wordsOf } from './words.ts';

export type FakeDocument = Record<string, unknown>;

export type FakeSettings = {
  searchableAttributes: string[];
  filterableAttributes: (string | { attributePatterns: string[] })[];
  sortableAttributes: string[];
  rankingRules: string[];
  synonyms: Record<string, string[]>;
  stopWords: string[];
  typoTolerance: {
    enabled: boolean;
    minWordSizeForTypos: { oneTypo: number; twoTypos: number };
    disableOnWords: string[];
    disableOnAttributes: string[];
    disableOnNumbers: boolean;
  };
  faceting: { maxValuesPerFacet: number; sortFacetValuesBy: Record<string, 'alpha' | 'count'> };
  pagination: { maxTotalHits: number };
  [other: string]: unknown;
};

export const defaultSettings = (): FakeSettings => ({
  searchableAttributes: ['*'],
  displayedAttributes: ['*'],
  filterableAttributes: [],
  sortableAttributes: [],
  rankingRules: ['words', 'typo', 'proximity', 'attribute', 'sort', 'exactness'],
  synonyms: {},
  stopWords: [],
  distinctAttribute: null,
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
    disableOnWords: [],
    disableOnAttributes: [],
    disableOnNumbers: false,
  },
  faceting: { maxValuesPerFacet: 100, sortFacetValuesBy: { '*': 'alpha' } },
  pagination: { maxTotalHits: 1000 },
  proximityPrecision: 'byWord',
  separatorTokens: [],
  nonSeparatorTokens: [],
  dictionary: [],
  searchCutoffMs: null,
  localizedAttributes: null,
  facetSearch: true,
  prefixSearch: 'indexingTime',
});

/** Attributes may be named one by one, or in groups that say what may be done with them. */
export function filterableOf({ filterableAttributes }: FakeSettings): string[] {
  return filterableAttributes.flatMap((one) => (typeof one === 'string' ? [one] : one.attributePatterns));
}

/** Where a word stands in a document: number of the attribute and place in it. */
export type Posting = { attribute: number; place: number };

/** An index with its documents and, made when first needed after a change, its words. */
export class FakeIndex {
  readonly createdAt = new Date().toISOString();
  updatedAt = this.createdAt;
  primaryKey: string | null;
  settings = defaultSettings();
  readonly documents = new Map<string, FakeDocument>();
  #words: Map<string, Map<string, Posting[]>> | null = null;

  constructor(primaryKey: string | null) {
    this.primaryKey = primaryKey;
  }

  changed(): void {
    this.#words = null;
    this.updatedAt = new Date().toISOString();
  }

  /** Word → document → places. */
  get words(): Map<string, Map<string, Posting[]>> {
    if (this.#words !== null) return this.#words;
    const words = new Map<string, Map<string, Posting[]>>();
    for (const [id, document] of this.documents) {
      const { searchableAttributes } = this.settings;
      const attributes = searchableAttributes.includes('*') ? Object.keys(document) : searchableAttributes;
      attributes.forEach((name, attribute) => {
        const text = [document[name]].flat().filter((value) => typeof value === 'string' || typeof value === 'number');
        wordsOf(text.join(' . ')).forEach((word, place) => {
          const documents = words.get(word) ?? new Map<string, Posting[]>();
          words.set(word, documents);
          const postings = documents.get(id);
          if (postings === undefined) documents.set(id, [{ attribute, place }]);
          else postings.push({ attribute, place });
        });
      });
    }
    this.#words = words;
    return words;
  }
}

export type FakeTask = {
  uid: number;
  indexUid: string | null;
  status: 'enqueued' | 'processing' | 'succeeded' | 'failed';
  type: string;
  error: FakeRefusal['body'] | null;
  details: Record<string, unknown>;
  enqueuedAt: string;
  startedAt: string | null;
  finishedAt: string | null;
};

/** The indexes and the queue: tasks are done one after another, some time after they were taken in. */
export class FakeStore {
  readonly indexes = new Map<string, FakeIndex>();
  readonly tasks: FakeTask[] = [];
  /** Milliseconds that each task takes. */
  taskTakes = 1;
  #last: Promise<void> = Promise.resolve();

  index(uid: string): FakeIndex {
    const index = this.indexes.get(uid);
    if (index === undefined) throw noIndex(uid);
    return index;
  }

  /** Documents and settings make an index that is not there yet. */
  indexOrNew(uid: string, primaryKey: string | null = null): FakeIndex {
    const index = this.indexes.get(uid) ?? new FakeIndex(primaryKey);
    this.indexes.set(uid, index);
    return index;
  }

  task(uid: number): FakeTask {
    const task = this.tasks[uid];
    if (task === undefined) throw new FakeRefusal('task_not_found', `Task \`${String(uid)}\` not found.`);
    return task;
  }

  enqueue(type: string, indexUid: string | null, details: Record<string, unknown>, work: () => void): FakeTask {
    const enqueuedAt = new Date().toISOString();
    const times = { enqueuedAt, startedAt: null, finishedAt: null };
    const task: FakeTask = {
      uid: this.tasks.length,
      indexUid,
      status: 'enqueued',
      type,
      error: null,
      details,
      ...times,
    };
    this.tasks.push(task);
    this.#last = this.#last.then(async () => {
      task.status = 'processing';
      task.startedAt = new Date().toISOString();
      await new Promise((resolve) => setTimeout(resolve, this.taskTakes));
      try {
        work();
        task.status = 'succeeded';
      } catch (error) {
        if (!(error instanceof FakeRefusal)) throw error;
        task.status = 'failed';
        task.error = error.body;
      }
      task.finishedAt = new Date().toISOString();
    });
    return task;
  }
}
