import { byText, type Participant } from './room.ts';
import { int } from './typed.ts';

/** Languages of people as bits, `words` numbers of 31 bits each, so that "do these share one" is one operation. */
export type LanguageSets = { words: number; bits: Int32Array; codes: readonly string[] };

export function languageSets(people: readonly Participant[]): LanguageSets {
  const codes = [...new Set(people.flatMap(({ languages }) => languages))].sort(byText);
  const words = Math.max(1, Math.ceil(codes.length / 31));
  const place = new Map(codes.map((code, index) => [code, index]));
  const bits = new Int32Array(people.length * words);
  people.forEach(({ languages }, person) => {
    for (const code of languages) {
      const index = place.get(code) ?? 0;
      const word = person * words + Math.floor(index / 31);
      bits[word] = int(bits, word) | (1 << (index % 31));
    }
  });
  return { words, bits, codes };
}

/** True when there is a language that all of them speak. Nobody shares every language with nobody. */
export function shareLanguage({ words, bits }: LanguageSets, people: readonly number[]): boolean {
  for (let word = 0; word < words; word += 1) {
    let common = 0x7fffffff;
    for (const person of people) common &= int(bits, person * words + word);
    if (common !== 0) return true;
  }
  return false;
}
