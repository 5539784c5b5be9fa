import { parseCents, type Cents } from './money.ts';

/** Why a text is no amount of more than nothing. */
export type AmountMistake =
  | 'amount-missing'
  | 'amount-notation'
  | 'amount-rounding'
  | 'amount-negative'
  | 'amount-zero'
  | 'amount-huge'
  | 'amount-currency';

/** The largest amount of one line, decision or spending: a hundred million euro, in cents. More is a slip. */
export const mostCents = 100_000_000_00;

const otherCurrency = /[$£¥]|\b(usd|gbp|dollars?|pounds?|ponden|chf|try|mad)\b/i;
// in front or behind, once: in the middle of an amount it is a slip
const euroInFront = /^([-(\u2212]?)\s*(?:€|eur(?:o)?\b)\s*/i;
const euroBehind = /\s*(?:€|\beuro'?s?|\beur)(\)?)$/i;

/**
 * Reads an amount of more than nothing as Dutch people and spreadsheets write it: `1.234,56`, `1234,5`, `€ 1.234`,
 * `EUR 1234.56`, `12 euro`.
 * @param most cents; more is a slip of the keyboard
 * @returns cents, or what is wrong with it
 */
export function readAmount(text: string, most: number = mostCents): Cents | AmountMistake {
  const trimmed = text.trim();
  const bare = (euroInFront.test(trimmed) ? trimmed.replace(euroInFront, '$1') : trimmed.replace(euroBehind, '$1'))
    .replaceAll(/[\s\u00a0\u202f]/g, '')
    .replaceAll('\u2212', '-');
  if (text.trim() === '' || bare === '') return 'amount-missing';
  if (otherCurrency.test(text)) return 'amount-currency';
  // bookkeepers write less than nothing between brackets or with the sign behind
  if (/^-|^\(.*\)$|\d-$/.test(bare) && /\d/.test(bare)) return 'amount-negative';
  if (/^\d{1,3}(\.\d{3})*,\d{3,}$|^\d+[.,]\d{4,}$/.test(bare)) return 'amount-rounding';
  if (hasTooManyDigits(bare)) return 'amount-huge';
  const read = bare.includes('€') ? null : parseCents(bare);
  if (read === null) return 'amount-notation';
  if (read === 0) return 'amount-zero';
  return read > most ? 'amount-huge' : read;
}

/** Of euros: with one more the cents cannot be added up without loss, and `parseCents` takes it for no amount. */
const mostDigits = 13;

function hasTooManyDigits(bare: string): boolean {
  const euros = bare.replace(/[.,](\d{1,2}|-)$/, '');
  return /^[\d.]+$/.test(euros) && euros.replaceAll('.', '').length > mostDigits;
}
