const formats = {
  /** As many decimals as there are, at most two: 3,5. */
  short: { maximumFractionDigits: 2 },
  /** At least one decimal, so that an average does not look like a score: 4,0. */
  average: { minimumFractionDigits: 1, maximumFractionDigits: 2 },
  /** Always two decimals, so that columns line up: 71,50. */
  column: { minimumFractionDigits: 2, maximumFractionDigits: 2 },
} satisfies Record<string, Intl.NumberFormatOptions>;

export type NumberFormat = keyof typeof formats;

/** A number as people of a language read it; for money there is `formatCents`, for days `dateText`. */
export function numberText(value: number, format: NumberFormat, language: string): string {
  const locale = language === 'en' ? 'en-GB' : 'nl-NL';
  const key = `${locale} ${format}`;
  const made = formatters.get(key) ?? new Intl.NumberFormat(locale, formats[format]);
  formatters.set(key, made);
  return made.format(value);
}

const formatters = new Map<string, Intl.NumberFormat>();
