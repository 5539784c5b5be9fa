import { facets } from '../port.ts';
import { pointsOfForm, pointsOfLength } from '../words/points.ts';
import { stemOf } from '../words/stem.ts';
import { openVocabulary, type GrowingVocabulary } from '../words/vocabulary.ts';
import { clearBit, setBit, wordsFor } from './bits.ts';
import { Numbers, withRoom } from './numbers.ts';
import { Pairs } from './pairs.ts';
import { SetsOfValues } from './sets-of-values.ts';
import { valueOfTerm } from './value-term.ts';

/** What is looked through of one document. */
export type IndexRow = {
  id: string;
  /** Telling words as written, folded, each once. */
  words: readonly string[];
  /** Stems of the title, each once. */
  title: readonly string[];
  /** Values of facets, as `area/FA`. */
  values: readonly string[];
  /** Days since 1970 of what is sorted by date. */
  day: number;
  /** `noCents` for what has none. */
  cents: number;
};

export const noDay = -1_000_000;
export const noCents = -1;

/** A value of a facet, which is told by its place in `facets`; its documents, dead ones too, and how many live. */
type Value = { facet: number; text: string; documents: Numbers; count: number };

const none = new Numbers();
const areaFacet = facets.indexOf('area');
/** Which of the sets of values has those of a facet: areas go in so many combinations that they are apart. */
export const partOf = (facet: number): 0 | 1 => (facet === areaFacet ? 1 : 0);
const firstRoom = 256;

/**
 * Every document by the stems, title stems and values it has, in the memory of this process. A document gets a number when it is put; put
 * again it gets another, and the old number is dead. So lists only grow, and stay in order.
 */
export class MemoryIndex {
  readonly vocabulary: GrowingVocabulary = openVocabulary();
  /** By number: id, and the rest beside it. */
  readonly ids: string[] = [];
  /** A bit for each that lives. */
  alive = new Uint32Array(wordsFor(firstRoom));
  day = new Int32Array(firstRoom);
  cents = new Float64Array(firstRoom);
  /** Points for its form, and for its length alone. */
  form = new Int8Array(firstRoom);
  length = new Int8Array(firstRoom);
  readonly values: Value[] = [];
  readonly pairs = new Pairs();
  /** By `partOf` a facet, which values documents have. */
  readonly sets: readonly [SetsOfValues, SetsOfValues] = [new SetsOfValues(firstRoom), new SetsOfValues(firstRoom)];

  readonly #numbers = new Map<string, number>();
  readonly #stems = new Map<string, Numbers>();
  readonly #titles = new Map<string, Numbers>();
  readonly #valueNumbers = new Map<string, number>();
  readonly #words = new Map<string, number>();
  readonly #spelled: string[] = [];
  readonly #stemOfWord: Numbers[] = [];
  readonly #countOfWord: number[] = [];
  /** Numbers of the words of each document, one document after the other. */
  readonly #wordsOf = new Numbers();
  #wordsFrom = new Uint32Array(firstRoom + 1);

  /** How many numbers were given, dead ones too. */
  get given(): number {
    return this.ids.length;
  }

  /** How many documents there are. */
  get size(): number {
    return this.#numbers.size;
  }

  get room(): number {
    return this.day.length;
  }

  withStem(stem: string): Numbers {
    return this.#stems.get(stem) ?? none;
  }

  withTitleStem(stem: string): Numbers {
    return this.#titles.get(stem) ?? none;
  }

  withValue(value: string): Numbers {
    const number = this.#valueNumbers.get(value);
    return number === undefined ? none : (this.values[number]?.documents ?? none);
  }

  /** Of each value how many documents have it beside this one, by number of the value; null where that is not known. */
  countsBeside(value: string): Int32Array | null {
    const number = this.#valueNumbers.get(value);
    return number === undefined ? new Int32Array(this.values.length) : this.pairs.beside(number, this.values.length);
  }

  numberOfValue(value: string): number | null {
    return this.#valueNumbers.get(value) ?? null;
  }

  /**
   * Adds or replaces these, and takes out what is gone.
   * @param gone ids, of documents that were never here too
   */
  change(rows: readonly IndexRow[], gone: readonly string[]): void {
    const changed = new Set<number>();
    for (const id of gone) this.#takeOut(id, changed);
    for (const row of rows) {
      this.#takeOut(row.id, changed);
      this.#add(row, changed);
    }
    this.vocabulary.setDocuments(this.size);
    this.vocabulary.add(
      [...changed].map((word) => ({ word: this.#spelled[word] ?? '', count: this.#countOfWord[word] ?? 0 })),
    );
  }

  #takeOut(id: string, changed: Set<number>): void {
    const number = this.#numbers.get(id);
    if (number === undefined) return;
    this.#numbers.delete(id);
    clearBit(this.alive, number);
    this.ids[number] = '';
    const end = this.#wordsFrom[number + 1] ?? 0;
    for (let place = this.#wordsFrom[number] ?? 0; place < end; place += 1) {
      const word = this.#wordsOf.at(place);
      this.#countOfWord[word] = (this.#countOfWord[word] ?? 0) - 1;
      changed.add(word);
    }
    const had = this.#valuesOfDocument(number);
    for (const valueNumber of had) {
      const value = this.values[valueNumber];
      if (value !== undefined) value.count -= 1;
    }
    this.pairs.change(had, -1);
  }

  #add(row: IndexRow, changed: Set<number>): void {
    const number = this.given;
    if (number === this.room) this.#makeRoom(2 * number);
    this.ids.push(row.id);
    this.#numbers.set(row.id, number);
    setBit(this.alive, number);
    this.day[number] = row.day;
    this.cents[number] = row.cents;
    let stems = 0;
    for (const spelled of row.words) {
      const word = this.#wordNumber(spelled);
      this.#wordsOf.push(word);
      this.#countOfWord[word] = (this.#countOfWord[word] ?? 0) + 1;
      changed.add(word);
      const list = this.#stemOfWord[word];
      // two words of one stem
      if (list === undefined || list.last() === number) continue;
      list.push(number);
      stems += 1;
    }
    for (const stem of row.title) listOf(this.#titles, stem).push(number);
    const had: [number[], number[]] = [[], []];
    for (const value of row.values) {
      const valueNumber = this.#valueNumber(value);
      const held = this.values[valueNumber];
      if (held === undefined || held.documents.last() === number) continue;
      held.documents.push(number);
      held.count += 1;
      had[partOf(held.facet)].push(valueNumber);
    }
    this.form[number] = pointsOfForm(row.title.length, stems);
    this.length[number] = pointsOfLength(stems);
    this.#wordsFrom[number + 1] = this.#wordsOf.length;
    for (const part of [0, 1] as const) this.sets[part].give(number, had[part]);
    this.pairs.change(had.flat(), 1);
  }

  #valuesOfDocument(number: number): number[] {
    return this.sets.flatMap((sets) => [...sets.valuesOf(sets.setOf[number] ?? 0)]);
  }

  #makeRoom(room: number): void {
    this.alive = withRoom(this.alive, wordsFor(room));
    for (const sets of this.sets) sets.makeRoom(room);
    this.day = withRoom(this.day, room);
    this.cents = withRoom(this.cents, room);
    this.form = withRoom(this.form, room);
    this.length = withRoom(this.length, room);
    this.#wordsFrom = withRoom(this.#wordsFrom, room + 1);
  }

  #wordNumber(spelled: string): number {
    const known = this.#words.get(spelled);
    if (known !== undefined) return known;
    const number = this.#spelled.length;
    this.#words.set(spelled, number);
    this.#spelled.push(spelled);
    this.#stemOfWord.push(listOf(this.#stems, stemOf(spelled)));
    this.#countOfWord.push(0);
    return number;
  }

  #valueNumber(value: string): number {
    const known = this.#valueNumbers.get(value);
    if (known !== undefined) return known;
    const number = this.values.length;
    const { facet, value: text } = valueOfTerm(value);
    this.#valueNumbers.set(value, number);
    this.values.push({ facet: facets.findIndex((each) => each === facet), text, documents: new Numbers(), count: 0 });
    return number;
  }
}

function listOf(lists: Map<string, Numbers>, key: string): Numbers {
  let list = lists.get(key);
  if (list === undefined) {
    list = new Numbers();
    lists.set(key, list);
  }
  return list;
}
