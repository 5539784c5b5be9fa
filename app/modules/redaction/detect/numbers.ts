/**
 * Finds what has a form: mail addresses, phone numbers, bank accounts, citizen numbers, addresses and postcodes.
 * Written for recall: an account with a wrong check digit is still somebody's account with a slip in it.
 */
import { isValidIBAN } from 'ibantools';
import { overlaps, type Found } from '../mark.ts';
import { addressWords, cityWords, months } from './place-words.ts';

type Finder = (text: string) => Found[];

const all = (text: string, pattern: RegExp): RegExpExecArray[] => [...text.matchAll(pattern)] as RegExpExecArray[];
const at = (match: RegExpExecArray, kind: Found['kind'], length = match[0].length): Found => ({
  start: match.index,
  end: match.index + length,
  kind,
});

const atSign = String.raw`(?:@|＠|\s?[\[({]\s?(?:at|apenstaartje)\s?[\])}]\s?|\s(?:at|apenstaartje)\s)`;
const dot = String.raw`(?:\.|\s?[\[({]\s?(?:dot|punt)\s?[\])}]\s?|\s(?:dot|punt)\s)`;
const label = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?`;
const mail = new RegExp(
  String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}._%+'-]*[\p{L}\p{N}_+-])?${atSign}(?:${label}${dot})+\p{L}{2,24}`,
  'giu',
);

const mails: Finder = (text) => all(text, mail).map((match) => at(match, 'mail'));

/** Spaces, dots and dashes of all sorts that people put between groups of digits. */
const gap = String.raw`[\s.\-\u2010-\u2015\u200b/]{0,3}`;
const ibanStart = /(?<![\p{L}\p{N}])[A-Z]{2}[\s.\-\u2010-\u2015]?\d{2}(?=[\s.\-\u2010-\u2015]{0,2}[A-Z0-9])/giu;

const accounts: Finder = (text) =>
  all(text, ibanStart).flatMap((match) => {
    const end = accountEnd(text, match.index);
    return end === null ? [] : [{ start: match.index, end, kind: 'account' as const }];
  });

/** How far the account runs: as far as what makes a valid number, or for a Dutch one as far as its eighteen characters. */
function accountEnd(text: string, start: number): number | null {
  let compact = '';
  let valid: number | null = null;
  let dutch: number | null = null;
  for (let place = start; place < text.length && compact.length < 34; place += 1) {
    const character = text[place] ?? '';
    if (/[\s.\-\u2010-\u2015\u200b]/u.test(character)) {
      if (/^[\s.\-\u2010-\u2015\u200b]{3}/u.test(text.slice(place, place + 3))) break;
      continue;
    }
    if (!/[A-Z0-9]/iu.test(character)) break;
    compact += character.toUpperCase();
    if (/[\p{L}\p{N}]/u.test(text[place + 1] ?? '')) continue;
    if (isValidIBAN(compact)) valid = place + 1;
    if (/^NL\d{2}[A-Z]{4}[\dO]{10}$/.test(compact)) dutch = place + 1;
  }
  return valid ?? dutch;
}

const dutchPhone = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,€+-])\(?0\)?(?!0)${gap}[1-9](?:[\s.\-\u2010-\u2015\u200b/()]{0,3}\d){8}(?!\d)`,
  'gu',
);
const foreignPhone = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:\+|00)[\s]?[1-9]\d{0,2}(?:[\s.\-\u2010-\u2015\u200b/]{0,3}\(0\))?(?:[\s.\-\u2010-\u2015\u200b/()]{0,3}\d){6,12}(?!\d)`,
  'gu',
);
const saidPhone =
  /(?<=(?:\btel(?:efoon)?(?:nummer|nr)?|\bbel(?:len|t)?(?: hem| haar)?(?: op)?|\bmobiel|\bmob|\bwhatsapp|\bapp(?:en)?(?: naar)?|\bgsm|\bnummer|\bbereikbaar op|[☎📞])[.:]?\s{0,2})\d(?:[\s.\-\u2010-\u2015]?\d){6,9}(?!\d)/giu;
const looksLikeDay = /^\(?\d{1,2}[-./]\d{1,2}[-./]\d{2,4}(?:\s|$)/u;
/** Numbers of services and of the municipality: nobody's own. */
const servicePhone = /^(?:0800|0900|0906|0909|088|14)/u;

const phones: Finder = (text) =>
  [foreignPhone, dutchPhone, saidPhone].flatMap((pattern) =>
    all(text, pattern)
      .filter(([found]) => !looksLikeDay.test(found) && !servicePhone.test(found.replaceAll(/\D/gu, '')))
      .map((match) => at(match, 'phone')),
  );

const nine = /(?<![\p{L}\p{N}.,€-])\d(?:[\s.]?\d){8}(?![\p{N}])(?!,\d)/gu;
const saidCitizenNumber = /(?<=(?:\bbsn|burgerservicenummer|sofinummer)[^\d\n]{0,14})\d(?:[\s.-]?\d){7,8}(?!\d)/giu;

/** The proof by eleven of a citizen number. */
function isCitizenNumber(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index), 0);
  return sum % 11 === 0 && !/^0+$/u.test(digits);
}

/** A number that is called a citizen number is one, also where it could be dialled. */
const citizenNumbersSaid: Finder = (text) => all(text, saidCitizenNumber).map((match) => at(match, 'citizen-number'));

const citizenNumbers: Finder = (text) =>
  all(text, nine)
    .filter(([found]) => isCitizenNumber(found.replaceAll(/\D/gu, '')))
    .map((match) => at(match, 'citizen-number'));

const postcode = /(?<![\p{L}\p{N}])[1-9]\d{3}\s?(?!SA|SD|SS)[A-Z]{2}(?![\p{L}\p{N}])/gu;

/** "2024 AB" is a year and a board: a year counts as postcode only after an address or before a city. */
const postcodes: Finder = (text) =>
  all(text, postcode)
    .filter(
      ({ 0: found, index }) =>
        !/^(?:19|20)\d\d/u.test(found) ||
        /\d[\p{L}\d-]{0,5},?\s$/u.test(text.slice(0, index)) ||
        new RegExp(`^,?\\s(?:${cityWords})`, 'u').test(text.slice(index + found.length)),
    )
    .map((match) => at(match, 'postcode'));

const street = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:\p{Lu}[\p{L}'’.-]*|van|de|den|der|het|'t|en|ter|ten|te|1e|2e|3e)\s){0,5}${addressWords}\s(\d{1,4})(?:\s?[-/]?\s?(?:[a-zA-Z](?![\p{L}])|hs|huis|bis|[IVX]{1,4}(?!\p{L})|\d{1,3}|[1-4]e?\s?(?:hoog|etage)))?(?![\p{L}\d])(?!:\d|[.]\d)`,
  'gu',
);
const monthAfter = new RegExp(String.raw`\d\s+(?:${months})`, 'iu');
const notANumber = /^\s?(?:e\b|ste\b|jaar|uur|euro|min|kandidaten|keer|bewoners|woningen)/u;

const addresses: Finder = (text) =>
  all(text, street)
    .filter((match) => {
      const end = match.index + match[0].length;
      const number = Number(match[1]);
      return (
        !notANumber.test(text.slice(end)) &&
        !monthAfter.test(text.slice(end - 2, end + 14)) &&
        !(number >= 1990 && number <= 2050)
      );
    })
    .map((match) => at(match, 'address'));

/** What has a form, first what is longest and surest; what overlaps an earlier find is left. @returns in order of place */
export function findNumbers(text: string): Found[] {
  const found: Found[] = [];
  for (const finder of [mails, accounts, citizenNumbersSaid, phones, citizenNumbers, addresses, postcodes]) {
    for (const one of finder(text)) if (!found.some((other) => overlaps(one, other))) found.push(one);
  }
  return found.sort((a, b) => a.start - b.start);
}
