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

/** The square of each word's inverse document frequency: what a shared word adds to a product of two texts. */
export type WordWeights = { numbers: ReadonlyMap<string, number>; squares: Float64Array };

/**
 * Words by how much they tell: rare ones much, common ones nothing.
 * @param documents all words of each portfolio, each once
 * @param common a word in a larger share of the documents than this weighs nothing
 */
export function weighWords(documents: Iterable<ReadonlySet<string>>, common: number): WordWeights {
  const numbers = new Map<string, number>();
  const frequencies: number[] = [];
  let count = 0;
  for (const document of documents) {
    count += 1;
    for (const word of document) {
      const number = numbers.get(word);
      if (number === undefined) {
        numbers.set(word, frequencies.length);
        frequencies.push(1);
      } else frequencies[number] = (frequencies[number] ?? 0) + 1;
    }
  }
  // among a handful of portfolios every word is in a large share
  const most = Math.max(common * count, 10);
  const squares = Float64Array.from(frequencies, (frequency) =>
    frequency > most ? 0 : Math.log((count + 1) / frequency) ** 2,
  );
  return { numbers, squares };
}

export function indexWords(texts: readonly (readonly string[])[], { numbers, squares }: WordWeights): WordIndex {
  const counts = new Int32Array(squares.length + 1);
  const asNumbers = texts.map((words) => {
    const known: number[] = [];
    for (const word of words) {
      const number = numbers.get(word);
      if (number !== undefined && (squares[number] ?? 0) > 0) known.push(number);
    }
    for (const number of known) counts[number + 1] = (counts[number + 1] ?? 0) + 1;
    return Int32Array.from(known);
  });
  for (let word = 1; word < counts.length; word += 1) counts[word] = (counts[word] ?? 0) + (counts[word - 1] ?? 0);
  const starts = Int32Array.from(counts);
  const held = new Int32Array(starts.at(-1) ?? 0);
  asNumbers.forEach((words, text) => {
    for (const word of words) {
      const at = counts[word] ?? 0;
      held[at] = text;
      counts[word] = at + 1;
    }
  });
  const lengths = Float64Array.from(asNumbers, (words) =>
    Math.sqrt(words.reduce((sum, word) => sum + (squares[word] ?? 0), 0)),
  );
  return { size: texts.length, texts: asNumbers, lengths, starts, held };
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
