import {
  electronicFormatIBAN,
  getCountrySpecifications,
  isSEPACountry,
  validateIBAN,
  ValidationErrorsIBAN,
} from 'ibantools';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';

/** A number of a bank account in its normal form, checked: NL35WIJK0123456789. */
export type Iban = string & { readonly brand: 'Iban' };

export type IbanMistake =
  | 'iban-missing'
  | 'iban-characters'
  | 'iban-begins'
  | 'iban-country'
  | 'iban-not-sepa'
  | 'iban-length'
  | 'iban-shape'
  | 'iban-check';

/** What people type or paste between the groups, and the word in front. */
const between = /[\s.\-\u2010-\u2015\u200b\ufeff]/g;
const wordInFront = /^IBAN:?/;

/**
 * Reads a number as people type it: spaces, dots, dashes and small letters are welcome.
 * @returns the normal form, or the first thing that is wrong (ISO 13616; only countries where a payment of SEPA can go)
 */
export function readIban(typed: string): Outcome<Iban, IbanMistake> {
  const text = typed.normalize('NFKC').replaceAll(between, '').toUpperCase().replace(wordInFront, '');
  if (text === '') return refused('iban-missing');
  const strange = [...new Set(text.match(/[^A-Z0-9]/gu) ?? [])];
  if (strange.length > 0) return refused('iban-characters', { characters: strange.slice(0, 5).join(' ') });
  const country = text.slice(0, 2);
  if (!/^[A-Z]{2}$/.test(country)) return refused('iban-begins');
  const chars = lengthOf(country);
  if (chars === null) return refused('iban-country', { country });
  if (!isInSepa(country)) return refused('iban-not-sepa', { country });
  if (text.length !== chars) return refused('iban-length', { country, expected: chars, given: text.length });
  const { valid, errorCodes } = validateIBAN(text, { allowQRIBAN: false });
  if (valid) return accepted((electronicFormatIBAN(text) ?? text) as Iban);
  return refused(
    errorCodes.some((code) => ofCheck.has(code)) && !errorCodes.some(isOfShape) ? 'iban-check' : 'iban-shape',
  );
}

const ofCheck = new Set([ValidationErrorsIBAN.WrongIBANChecksum, ValidationErrorsIBAN.WrongAccountBankBranchChecksum]);
const isOfShape = (code: ValidationErrorsIBAN) => !ofCheck.has(code);

/**
 * Joined SEPA after the list of ibantools was made: Albania, Montenegro (2024), Moldova, North Macedonia and Serbia (2025).
 * Source: European Payments Council, EPC409-09 "EPC list of SEPA scheme countries"; the European Central Bank counts the same 41
 * countries since 22 May 2025. Kosovo has numbers of its own and is not among them.
 */
const joinedSince = new Set(['AL', 'MD', 'ME', 'MK', 'RS']);

/** Whether a payment of SEPA can go to this country. @param country two capitals, as in a number */
export function isInSepa(country: string): boolean {
  return isSEPACountry(country) || joinedSince.has(country);
}

/** Characters of a number of this country; null where no such numbers are. */
function lengthOf(country: string): number | null {
  return getCountrySpecifications()[country]?.chars ?? null;
}

/** What may be seen of an account: its country and its last four characters. */
export type MaskedAccount = { country: string; lastFour: string };

/** `NL•• •••• •••• ••12 34`, as long as the number is. */
export function maskedIban({ country, lastFour }: MaskedAccount): string {
  const hidden = '•'.repeat(Math.max((lengthOf(country) ?? 18) - country.length - lastFour.length, 0));
  return `${country}${hidden}${lastFour}`.replaceAll(/(.{4})(?=.)/gu, '$1 ');
}
