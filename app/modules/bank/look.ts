/** For what somebody sees a whole number. A payment says which one: `payment:V2026-0003`. */
export type LookReason = `payment:${string}` | 'own-download';

/** A reason as it was kept, taken apart for its words on the page. */
export type LookWords = { kind: 'payment' | 'own-download' | 'other'; number: string };

export function lookWords(reason: string): LookWords {
  const [kind = '', number = ''] = reason.split(':', 2);
  return kind === 'payment' || kind === 'own-download' ? { kind, number } : { kind: 'other', number: '' };
}
