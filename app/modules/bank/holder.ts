import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';

export type HolderMistake = 'holder-missing' | 'holder-short' | 'holder-long' | 'holder-characters';

/** Letters that are one character and not a letter with a sign above or below it. */
const others: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  ł: 'l',
  Ł: 'L',
  þ: 'th',
  Þ: 'TH',
  ħ: 'h',
  Ħ: 'H',
  ı: 'i',
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '`': "'",
  '´': "'",
  '\u2010': '-',
  '\u2011': '-',
  '–': '-',
  '—': '-',
};

/**
 * Text as banks take it (the Latin set of the European Payments Council, EPC217-08): letters lose their accents. What has no
 * such letter stays, so that it can be told.
 */
export function bankText(text: string): string {
  const plain = [...text].map((character) => others[character] ?? character).join('');
  return plain.normalize('NFKD').replaceAll(/\p{Mn}/gu, '');
}

/** Fewest and most characters of a holder's name; more does not fit in a payment. */
const length = { least: 2, most: 70 };

/**
 * The name of who holds an account, as on the bank card. Accents are kept; letters that no bank can read are a mistake, and
 * so is a slash in front, which files of banks do not take.
 */
export function readHolder(typed: string): Outcome<string, HolderMistake> {
  const name = typed.normalize('NFC').trim().replaceAll(/\s+/g, ' ');
  if (name === '') return refused('holder-missing');
  const strange = [...new Set([...name].filter((character) => /[^a-zA-Z0-9/\-?:().,'+ ]/.test(bankText(character))))];
  if (strange.length > 0) return refused('holder-characters', { characters: strange.slice(0, 5).join(' ') });
  if (/^\/|\/$|\/\//.test(name)) return refused('holder-characters', { characters: '/' });
  const count = Math.max([...name].length, bankText(name).length);
  if (count > length.most) return refused('holder-long', { most: length.most });
  return count < length.least || !/\p{L}/u.test(name) ? refused('holder-short') : accepted(name);
}
