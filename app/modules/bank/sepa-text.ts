/**
 * What banks take in names and texts everywhere in SEPA: Latin letters without marks, digits and a few signs
 * (EPC217-08, "SEPA requirements for an extended character set", section 2).
 */
const allowed = /^[A-Za-z0-9/\-?:().,'+ ]*$/;

/** Letters and signs that do not fall apart into a letter and a mark. */
const written: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'SS',
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
  þ: 'th',
  Þ: 'TH',
  ł: 'l',
  Ł: 'L',
  ħ: 'h',
  Ħ: 'H',
  ı: 'i',
  ŋ: 'n',
  Ŋ: 'N',
  ə: 'e',
  Ə: 'E',
  '&': '+',
  '€': 'EUR',
  '@': '(at)',
  _: '-',
  '"': "'",
  '`': "'",
  '‘': "'",
  '’': "'",
  '‚': ',',
  '“': "'",
  '”': "'",
  '„': "'",
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '…': '...',
  '[': '(',
  ']': ')',
  '{': '(',
  '}': ')',
  ';': ',',
};

/**
 * A name or text in the characters of SEPA. The rule: a letter loses its marks (é is e, ş is s, ij as one sign is two), a few
 * letters and signs have a spelling of their own (ß is ss, & is +), and what has none becomes a point. Two slashes on end,
 * or one at the begin or end, mean something else to banks and are taken out.
 * @param longest number of characters after which the text is cut, at most 140
 * @returns null when nothing but points and spaces is left: then there is nothing that a bank could compare
 */
export function sepaText(text: string, longest: number): string | null {
  const plain = signsOf(text)
    .map((sign) => (allowed.test(sign) ? sign : '.'))
    .join('')
    .replace(/\/{2,}/g, '/')
    .replace(/\s+/g, ' ')
    .replace(/^[/ ]+/, '')
    .slice(0, longest)
    .replace(/[/ ]+$/, '');
  return /[A-Za-z0-9]/.test(plain) ? plain : null;
}

/** Each sign as banks have it, in order; one that they do not have stays as it is. */
function signsOf(text: string): string[] {
  return [...text.normalize('NFKD')].map((sign) =>
    /\p{M}/u.test(sign) ? '' : (written[sign] ?? (/\s/.test(sign) ? ' ' : sign)),
  );
}

/** The signs of a text for which banks have no spelling, each once: `sepaText` makes points of them. */
export function unreadableSigns(text: string): string[] {
  const signs = [...text.normalize('NFC')];
  return [...new Set(signs.filter((sign) => signsOf(sign).some((part) => !allowed.test(part))))];
}

/** An id that banks send back as it is: at most 35 characters of SEPA, without spaces, no slash at an end nor two on end. */
export function isSepaId(text: string): boolean {
  return /^[A-Za-z0-9\-?:().,'+]+(\/[A-Za-z0-9\-?:().,'+]+)*$/.test(text) && text.length <= 35;
}
