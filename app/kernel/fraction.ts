/** An exact fraction; the denominator is positive. Scores and shares are compared exactly and rounded once, at the end. */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

/** @throws RangeError when the denominator is zero */
export function fraction(numerator: bigint | number, denominator: bigint | number = 1): Fraction {
  const n = BigInt(numerator);
  const d = BigInt(denominator);
  if (d === 0n) throw new RangeError('a fraction over zero');
  const divisor = greatestCommonDivisor(n < 0n ? -n : n, d < 0n ? -d : d);
  const sign = d < 0n ? -1n : 1n;
  return { numerator: (sign * n) / divisor, denominator: (sign * d) / divisor };
}

export function addFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function multiplyFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** @throws RangeError when `b` is zero */
export function divideFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Negative, zero or positive, as for `Array.prototype.sort`. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference === 0n ? 0 : difference > 0n ? 1 : -1;
}

/** Rounded to hundredths, halves away from zero: 2.345 → 235. */
export function toHundredths(value: Fraction): number {
  const scaled = value.numerator * 100n;
  const negative = scaled < 0n;
  const absolute = negative ? -scaled : scaled;
  const rounded = (absolute * 2n + value.denominator) / (value.denominator * 2n);
  return Number(negative ? -rounded : rounded);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? (a === 0n ? 1n : a) : greatestCommonDivisor(b, a % b);
}
