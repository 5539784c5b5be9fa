import { stemmer } from '@orama/stemmers/dutch';

/** Ends that change in the plural, also at the end of a compound; the Snowball rules know none of them. */
const changes: readonly (readonly [end: RegExp, becomes: string])[] = [
  [/(^|[^aeiou])kinder(en|s|tjes)?$/, '$1kind'],
  [/(buurt|bestuurs|team|gezins|familie|raads|commissie|^)leden$/, '$1lid'],
  // who is old, and no parents
  [/(?<!ver)ouderen?$/, 'oudern'],
  // a play, and no proposal
  [/voorstelling(en)?$/, 'voorstelng'],
  [/steden$/, 'stad'],
  [/schepen$/, 'schip'],
  [/eieren$/, 'ei'],
  [/(blad|lied|rad|goed)eren$/, '$1'],
  [/musea$/, 'museum'],
  [/centra$/, 'centrum'],
  [/criteria$/, 'criterium'],
  [/eeen$/, 'ee'],
  [/ieen$/, 'ie'],
  // several of an `optie`, and not `advies`, `verlies`, `vies`
  [/(?<!adv|verl|^[vkl])ies$/, 'ie'],
  [/(fot|aut|vide|radi|kil|disc|caf)(o|e)s$/, '$1$2'],
];

/** Words that end with an s of their own, also at the end of a compound: the Snowball rules take it for the s of several. */
const ownS =
  /((?<!exa|volu|speci)mens|fiets|plaats|toets|schets|muts|rots|koets|poets|schaats|arts|gids|fonds|kans|dans|wens|grens|gans|pols|boks|heks|flits|trots|prins|spons|kaars|koers|beurs|^laars|^pers|^vers|^kers)$/;

/** Small forms: `speeltuintje`, `wandelingetjes`, `buurtfeestje`, `bloempje`. */
const small: readonly (readonly [end: RegExp, becomes: string])[] = [
  [/(.{3,}ing)etjes?$/, '$1'],
  [/(.{3,})inkjes?$/, '$1ing'],
  [/(.{2,}[^aeiou])([lmnrgb])\2etjes?$/, '$1$2'],
  [/(.{2,}[ae]nt|.{2,}[^e]rt|.{2,}[cfkps]t|.{3,}(?:ch|[dfgkps]))jes?$/, '$1'],
  [/(.{2,}m)pjes?$/, '$1'],
  [/(.{2,}[aeiouylnrw])tjes?$/, '$1'],
];

function changed(word: string, rules: typeof changes): string | null {
  for (const [end, becomes] of rules) if (end.test(word)) return word.replace(end, becomes);
  return null;
}

const remembered = new Map<string, string>();
const mostRemembered = 50_000;

/**
 * What a Dutch word has in common with its other forms (`huizen`, `huis`, `huisje`). A key to compare by, not a word to show.
 * @param word folded
 */
export function stemOf(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const stem = work(word);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(word, stem);
  return stem;
}

function work(word: string): string {
  if (word.length < 4 || /[^a-z]/.test(word)) return word;
  const plain = changed(word, changes) ?? changed(word, small) ?? word;
  const stem = ownS.test(plain) ? plain : stemmer(plain);
  // Snowball leaves what Dutch writes differently at the end of a word: huiz, briev, less
  return stem
    .replace(/([bdfgklmnprst])\1$/, '$1')
    .replace(/z$/, 's')
    .replace(/v$/, 'f');
}
