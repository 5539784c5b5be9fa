/** A word as it is compared: small letters, without accents. */
export const folded = (word: string) =>
  word.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ı', 'i').toLowerCase();
