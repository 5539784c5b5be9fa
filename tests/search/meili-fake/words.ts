/** How Meilisearch cuts Latin text into words: lower case, without accents, between separators. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/**
 * Typos between two words: an insertion, a loss, a change or two letters swapped count as one, another first letter as two.
 * @param isPrefix the typed word may be the beginning of the other
 * @returns null above `most`
 */
export function typosBetween(typed: string, word: string, most: number, isPrefix: boolean): number | null {
  if (word === typed || (isPrefix && word.startsWith(typed))) return 0;
  if (most === 0 || (!isPrefix && Math.abs(word.length - typed.length) > most)) return null;
  // each letter that the other has not at all is a typo of its own
  if (countBits(lettersOf(typed) & ~lettersOf(word)) > most) return null;
  const penalty = typed[0] === word[0] ? 0 : 1;
  const distance = distanceOf(typed, isPrefix ? word.slice(0, typed.length + most) : word, isPrefix) + penalty;
  return distance <= most ? distance : null;
}

/** Of Damerau and Levenshtein; with a prefix the least to any beginning of the other. */
function distanceOf(a: string, b: string, isPrefix: boolean): number {
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(change, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (older[j - 2] ?? 0) + 1);
      row.push(least);
    }
    older = previous;
    previous = row;
  }
  return isPrefix ? Math.min(...previous) : (previous[b.length] ?? a.length);
}

const known = new Map<string, number>();

/** Which letters a word has, as bits. */
function lettersOf(word: string): number {
  let bits = known.get(word);
  if (bits === undefined) {
    bits = 0;
    for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31);
    known.set(word, bits);
  }
  return bits;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
