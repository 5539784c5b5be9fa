/** Texts as sets of words by number, and for each word the texts that hold it: cosines with all of them in one go. */
export type WordIndex = {
  /** Number of texts. */
  size: number;
  /** Words of each text, by number. */
  texts: readonly Int32Array[];
  /** Length of each text's vector; 0 for one without a telling word. */
  lengths: Float64Array;
  /** Texts that hold word `w`: `held[starts[w] … starts[w + 1])`. */
  starts: Int32Array;
  held: Int32Array;
};

/** Texts after which making an index lets others in between. */
const portion = 500;

/** Numbers of words, and texts that were read before: kept from one corpus to the next, most of which is the same. */
export type WordMemory = { numbers: Map<string, number>; read: WeakMap<readonly string[], Int32Array> };

export const openWordMemory = (): WordMemory => ({ numbers: new Map(), read: new WeakMap() });

/** Counts in how many documents each word stands. */
export type WordBook = {
  /** The words of a text by number. @param document place of the portfolio that it is of; these come in order */
  read(words: readonly string[], document: number): Int32Array;
  /**
   * The square of each word's inverse document frequency: what a shared word adds to a product of two texts. Rare words tell
   * much, common ones nothing.
   * @param common a word in a larger share of the documents than this weighs nothing
   */
  weigh(documents: number, common: number): Float64Array;
};

export function openWordBook(memory: WordMemory): WordBook {
  const frequencies: number[] = [];
  const lastIn: number[] = [];
  return {
    read: (words, document) => {
      const read = numbered(words, memory);
      for (const number of read) {
        if (lastIn[number] === document) continue;
        lastIn[number] = document;
        frequencies[number] = (frequencies[number] ?? 0) + 1;
      }
      return read;
    },
    weigh: (documents, common) => {
      // among a handful of portfolios every word is in a large share
      const most = Math.max(common * documents, 10);
      // a word that was remembered need not be in any text now
      return Float64Array.from({ length: memory.numbers.size }, (_, number) => {
        const frequency = frequencies[number] ?? 0;
        return frequency === 0 || frequency > most ? 0 : Math.log((documents + 1) / frequency) ** 2;
      });
    },
  };
}

function numbered(words: readonly string[], { numbers, read }: WordMemory): Int32Array {
  const known = read.get(words);
  if (known !== undefined) return known;
  const made = Int32Array.from(words, (word) => {
    const number = numbers.get(word) ?? numbers.size;
    numbers.set(word, number);
    return number;
  });
  read.set(words, made);
  return made;
}

/** @param given words of each text by number; those that weigh nothing are left out */
export function* indexWords(given: readonly Int32Array[], squares: Float64Array): Generator<void, WordIndex> {
  const counts = new Int32Array(squares.length + 1);
  const texts: Int32Array[] = [];
  for (const words of given) {
    const telling = words.filter((word) => (squares[word] ?? 0) > 0);
    for (const word of telling) counts[word + 1] = (counts[word + 1] ?? 0) + 1;
    texts.push(telling);
    if (texts.length % portion === 0) yield;
  }
  for (let word = 1; word < counts.length; word += 1) counts[word] = (counts[word] ?? 0) + (counts[word - 1] ?? 0);
  const starts = Int32Array.from(counts);
  const held = new Int32Array(starts.at(-1) ?? 0);
  const lengths = new Float64Array(texts.length);
  for (const [text, words] of texts.entries()) {
    let length = 0;
    for (const word of words) {
      const at = counts[word] ?? 0;
      held[at] = text;
      counts[word] = at + 1;
      length += squares[word] ?? 0;
    }
    lengths[text] = Math.sqrt(length);
    if (text % portion === 0) yield;
  }
  return { size: texts.length, texts, lengths, starts, held };
}

/** Cosines of one text with every text of an index, in its order. @param into is overwritten; as long as the index */
export function cosines(
  { starts, held, lengths, size }: WordIndex,
  squares: Float64Array,
  text: { words: Int32Array; length: number },
  into: Float64Array,
): Float64Array {
  into.fill(0);
  if (text.length === 0) return into;
  for (const word of text.words) {
    const square = squares[word] ?? 0;
    const end = starts[word + 1] ?? 0;
    for (let at = starts[word] ?? 0; at < end; at += 1) {
      const other = held[at] ?? 0;
      into[other] = (into[other] ?? 0) + square;
    }
  }
  for (let other = 0; other < size; other += 1) {
    const product = into[other] ?? 0;
    if (product > 0) into[other] = product / (text.length * (lengths[other] ?? 1));
  }
  return into;
}

/** The same for two texts alone. */
export function cosine(
  squares: Float64Array,
  one: { words: Int32Array; length: number },
  other: { words: Int32Array; length: number },
): number {
  if (one.length === 0 || other.length === 0) return 0;
  const held = new Set(other.words);
  let product = 0;
  for (const word of one.words) if (held.has(word)) product += squares[word] ?? 0;
  return product / (one.length * other.length);
}
