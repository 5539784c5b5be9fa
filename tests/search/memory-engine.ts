import type { SearchDocument, SearchEngine } from '#app/modules/search/port.ts';

/** An engine that only keeps what it is given: for tests of what keeps engines up. It can be broken, and slow to swap. */
export class MemoryEngine implements SearchEngine {
  readonly name: SearchEngine['name'];
  documents = new Map<string, SearchDocument>();
  /** Thrown by everything that changes it. */
  broken: Error | null = null;
  /** Awaited before each put. */
  beforePut: () => Promise<void> = async () => Promise.resolve();
  /** Awaited after a fresh index was filled, before it is taken into use. */
  beforeSwap: () => Promise<void> = async () => Promise.resolve();
  puts = 0;
  rebuilds = 0;

  constructor(name: SearchEngine['name'] = 'postgresql') {
    this.name = name;
  }

  #work(): void {
    if (this.broken !== null) throw this.broken;
  }

  async put(documents: readonly SearchDocument[]): Promise<void> {
    // a fresh index may come into use while this is on its way: it goes into the one from before
    const index = this.documents;
    await this.beforePut();
    this.#work();
    this.puts += 1;
    for (const one of documents) index.set(one.id, one);
  }

  async remove(ids: readonly string[]): Promise<void> {
    this.#work();
    for (const id of ids) this.documents.delete(id);
    return Promise.resolve();
  }

  async rebuild(batches: AsyncIterable<readonly SearchDocument[]>): Promise<void> {
    this.#work();
    const fresh = new Map<string, SearchDocument>();
    for await (const batch of batches) for (const one of batch) fresh.set(one.id, one);
    await this.beforeSwap();
    this.#work();
    this.documents = fresh;
    this.rebuilds += 1;
  }

  async *stamps(): AsyncGenerator<{ id: string; stamp: string }[]> {
    this.#work();
    const ids = [...this.documents.keys()].sort();
    for (let start = 0; start < ids.length; start += 100)
      yield await Promise.resolve(
        ids.slice(start, start + 100).map((id) => ({ id, stamp: this.documents.get(id)?.stamp ?? '' })),
      );
  }

  async search(): Promise<never> {
    return Promise.reject(new Error('it only keeps'));
  }

  async similar(): Promise<never> {
    return Promise.reject(new Error('it only keeps'));
  }
}
