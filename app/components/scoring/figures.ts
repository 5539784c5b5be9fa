/** A number of hundredths as people read it: 285 → "2,85", always with two decimals, so that columns line up. */
export function hundredths(value: number, language: string): string {
  return new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'nl-NL', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(value / 100);
}
