/** Whole eurocents. PostgreSQL holds them as bigint; a safe integer reaches 90 trillion euro, far past any budget here. */
export type Cents = number & { readonly unit: 'cents' };

/** @throws RangeError when `amount` is not a whole number of cents that can be added up without loss. */
export function cents(amount: number | bigint): Cents {
  const value = Number(amount);
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of cents: ${String(amount)}`);
  return value as Cents;
}

export const noMoney = cents(0);

export function addCents(...amounts: readonly Cents[]): Cents {
  return cents(amounts.reduce<number>((sum, amount) => sum + amount, 0));
}

export function subtractCents(from: Cents, amount: Cents): Cents {
  return cents(from - amount);
}

/**
 * Divides an amount over shares in proportion to their weights, to the cent.
 * Remainder rule: largest remainder first; among equals the earlier share gets the cent.
 * @param weights whole numbers ≥ 0, at least one > 0
 * @returns as many amounts as weights, which add up to `total` exactly
 */
export function splitCents(total: Cents, weights: readonly number[]): Cents[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum <= 0 || weights.some((w) => !Number.isSafeInteger(w) || w < 0))
    throw new RangeError('weights must be whole and not all zero');
  const shares = weights.map((weight, index) => {
    const exact = BigInt(total) * BigInt(weight);
    const whole = exact / BigInt(sum);
    return { index, whole, remainder: exact % BigInt(sum) };
  });
  let left = Number(BigInt(total) - shares.reduce((a, s) => a + s.whole, 0n));
  const sign = left < 0 ? -1 : 1;
  const byRemainder = [...shares].sort((a, b) => {
    const difference = sign === 1 ? b.remainder - a.remainder : a.remainder - b.remainder;
    return difference === 0n ? a.index - b.index : difference > 0n ? 1 : -1;
  });
  const result = shares.map((share) => Number(share.whole));
  for (const share of byRemainder) {
    if (left === 0) break;
    result[share.index] = (result[share.index] ?? 0) + sign;
    left -= sign;
  }
  return result.map(cents);
}

/** In front or behind, once: in the middle of an amount it is a slip. */
const euroSign = /^(-?)\s*€\s*(.+)$|^(.+?)\s*€$/;
const thousands = /^-?\d{1,3}([.\s]\d{3})+(,\d{1,2})?$/;
const plain = /^-?\d+(,\d{1,2})?$/;
const pointed = /^-?\d+\.\d{1,2}$/;

/**
 * Reads an amount as people in the Netherlands type it: "1.234,56", "€ 1234,5", "1 234", "12.50", "250,-".
 * A single point followed by one or two digits is taken for a decimal comma; by three digits for a thousands separator.
 * Nothing is rounded: a third decimal, another currency or a sign in an odd place is no amount.
 * @returns cents, or null when the text is no amount, or more than can be added up without loss
 */
export function parseCents(text: string): Cents | null {
  const signed = euroSign.exec(text.trim());
  const bare = (signed === null ? text.trim() : (signed[3] ?? `${signed[1] ?? ''}${signed[2] ?? ''}`)).replace(
    /,-$/,
    '',
  );
  let normal: string;
  if (thousands.test(bare)) normal = bare.replace(/[.\s]/g, '').replace(',', '.');
  else if (plain.test(bare)) normal = bare.replace(',', '.');
  else if (pointed.test(bare)) normal = bare;
  else return null;
  const [whole = '0', decimals = ''] = normal.replace('-', '').split('.');
  const value = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  if (!Number.isSafeInteger(value)) return null;
  return cents(normal.startsWith('-') && value !== 0 ? -value : value);
}

const formats = {
  nl: new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' }),
  en: new Intl.NumberFormat('en-NL', { style: 'currency', currency: 'EUR' }),
};

/** "€ 1.234,56" in Dutch, "€1,234.56" in English; always with cents, so that columns line up. */
export function formatCents(amount: Cents, locale: 'nl' | 'en' = 'nl'): string {
  return formats[locale].format(amount / 100);
}

const wholeEuros = {
  nl: new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }),
  en: new Intl.NumberFormat('en-NL', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }),
};

/** "€ 735k": thousands of euros, from a thousand on; only in a drawing with the exact amount beside it. */
export function formatThousands(amount: Cents, locale: 'nl' | 'en' = 'nl'): string {
  const euros = Math.round(amount / 100);
  const whole = wholeEuros[locale];
  return Math.abs(euros) < 1000 ? whole.format(euros) : `${whole.format(Math.round(euros / 1000))}k`;
}

/** The amount as a form field shows it: "1234,56", without sign of currency. */
export function editableCents(amount: Cents): string {
  const absolute = Math.abs(amount);
  const decimals = String(absolute % 100).padStart(2, '0');
  return `${amount < 0 ? '-' : ''}${Math.floor(absolute / 100)},${decimals}`;
}

/**
 * The whole cents within a share of an amount; what is left of a cent is not counted.
 * @param basisPoints hundredths of a percent, 0 or more: 1000 is 10 %
 */
export function shareWithin(amount: Cents, basisPoints: number): Cents {
  if (amount < 0 || !Number.isSafeInteger(basisPoints) || basisPoints < 0) throw new RangeError('no share of that');
  return cents((BigInt(amount) * BigInt(basisPoints)) / 10_000n);
}
