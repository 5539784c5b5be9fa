/**
 * On which ground of the Dutch open-government act (Wet open overheid) something is left out.
 * Source: article 5.1 Woo, wetten.overheid.nl/BWBR0045754 (text in force since 1 May 2022). Only the grounds that papers of meetings
 * can need; those of relations between states and of the royal house are left out.
 */

/** What a mark is about. `own`: marked by an editor by hand; `listed`: on the editor's list. */
export const markKinds = [
  'name',
  'mail',
  'phone',
  'account',
  'citizen-number',
  'address',
  'postcode',
  'listed',
  'own',
] as const;
export type MarkKind = (typeof markKinds)[number];

export const grounds = [
  { code: '5.1.1.c', article: 'artikel 5.1, eerste lid, onder c', absolute: true },
  { code: '5.1.1.d', article: 'artikel 5.1, eerste lid, onder d', absolute: true },
  { code: '5.1.1.e', article: 'artikel 5.1, eerste lid, onder e', absolute: true },
  { code: '5.1.2.b', article: 'artikel 5.1, tweede lid, onder b', absolute: false },
  { code: '5.1.2.c', article: 'artikel 5.1, tweede lid, onder c', absolute: false },
  { code: '5.1.2.d', article: 'artikel 5.1, tweede lid, onder d', absolute: false },
  { code: '5.1.2.e', article: 'artikel 5.1, tweede lid, onder e', absolute: false },
  { code: '5.1.2.f', article: 'artikel 5.1, tweede lid, onder f', absolute: false },
  { code: '5.1.2.h', article: 'artikel 5.1, tweede lid, onder h', absolute: false },
  { code: '5.1.2.i', article: 'artikel 5.1, tweede lid, onder i', absolute: false },
  { code: '5.1.5', article: 'artikel 5.1, vijfde lid', absolute: false },
  { code: '5.2.1', article: 'artikel 5.2, eerste lid', absolute: false },
] as const satisfies readonly { code: string; article: string; absolute: boolean }[];

export type GroundCode = (typeof grounds)[number]['code'];
/** The grounds of the blocks in published texts (`blockWord`), each once, in the order of the act. */
export function groundsIn(texts: readonly string[]): GroundCode[] {
  const whole = texts.join('\n');
  return grounds.flatMap(({ code }) =>
    new RegExp(`■ ${code.replaceAll('.', '\\.')}(?!\\.?[a-z0-9])`, 'u').test(whole) ? [code] : [],
  );
}

export const groundCodes = grounds.map(({ code }) => code) as [GroundCode, ...GroundCode[]];

/**
 * The ground that is suggested for what was found. Private life for all, but for the number that the act names itself: a number by
 * which law identifies a person (article 5.1, first paragraph, under e) is never weighed.
 */
export function suggestedGround(kind: MarkKind): GroundCode {
  return kind === 'citizen-number' ? '5.1.1.e' : '5.1.2.e';
}
