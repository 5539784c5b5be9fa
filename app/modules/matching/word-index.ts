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

/** Gives words numbers, and counts in how many documents each stands. */
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

export function openWordBook(): WordBook {
  const numbers = new Map<string, number>();
  const frequencies: number[] = [];
  const lastIn: number[] = [];
  return {
    read: (words, document) => {
      const read = new Int32Array(words.length);
      for (const [at, word] of words.entries()) {
        let number = numbers.get(word);
        if (number === undefined) {
          number = frequencies.length;
          numbers.set(word, number);
          frequencies.push(0);
          lastIn.push(-1);
        }
        if (lastIn[number] !== document) {
          lastIn[number] = document;
          frequencies[number] = (frequencies[number] ?? 0) + 1;
        }
        read[at] = number;
      }
      return read;
    },
    weigh: (documents, common) => {
      // among a handful of portfolios every word is in a large share
      const most = Math.max(common * documents, 10);
      return Float64Array.from(frequencies, (frequency) =>
        frequency > most ? 0 : Math.log((documents + 1) / frequency) ** 2,
      );
    },
  };
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
