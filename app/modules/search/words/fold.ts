/** Letters that are one sign for two, and those that carry a mark which Unicode does not take apart. */
const pairs: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ß: 'ss',
  ĳ: 'ij',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

const paired = new RegExp(`[${Object.keys(pairs).join('')}]`, 'gu');

/** How a word is compared: small letters without accents, ligatures, quotes or the `'s` of a plural (`Foto’s` is `foto`). */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/['’‘`´][sS](?![\p{L}\p{N}])/gu, '')
    .replace(/[\p{M}'’‘`´\u00ad\u200b-\u200f\u2060]/gu, '')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(paired, (sign) => pairs[sign] ?? sign);
}
