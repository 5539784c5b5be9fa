import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { sepaText, unreadableSigns } from './sepa-text.ts';

export type HolderMistake = 'holder-missing' | 'holder-short' | 'holder-long' | 'holder-characters';

/** Fewest and most characters of a holder's name, as a bank has it; more does not fit in a payment. */
const length = { least: 2, most: 70 };

/**
 * The name of who holds an account, as on the bank card. It is kept as it was typed, accents and all; `sepaText` writes it for
 * a bank. What no bank can read is a mistake.
 */
export function readHolder(typed: string): Outcome<string, HolderMistake> {
  const name = typed.normalize('NFC').trim().replaceAll(/\s+/g, ' ');
  if (name === '') return refused('holder-missing');
  const strange = unreadableSigns(name);
  if (strange.length > 0) return refused('holder-characters', { characters: strange.slice(0, 5).join(' ') });
  const written = sepaText(name, 2 * length.most) ?? '';
  if (written.length > length.most) return refused('holder-long', { most: length.most });
  return written.length < length.least || !/[a-z]/i.test(written) ? refused('holder-short') : accepted(name);
}
