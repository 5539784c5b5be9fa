/** Number in the register: year of publication and a sequence without gaps, `2026-0001`. */
export type DecisionNumber = string & { readonly unit: 'decision-number' };

const shape = /^(\d{4})-(\d{4,9})$/;

/** @param sequence from 1 up; past 9999 it takes more digits */
export function decisionNumber(year: number, sequence: number): DecisionNumber {
  if (!Number.isSafeInteger(sequence) || sequence < 1) throw new RangeError(`not a sequence: ${sequence}`);
  return `${String(year).padStart(4, '0')}-${String(sequence).padStart(4, '0')}` as DecisionNumber;
}

/** @returns the number as it stands in the register, or null when the text cannot be one */
export function parseDecisionNumber(text: string): DecisionNumber | null {
  const parts = shape.exec(text);
  if (parts === null) return null;
  const sequence = Number(parts[2]);
  // 2026-00001 would be a second address of 2026-0001
  return sequence >= 1 && decisionNumber(Number(parts[1]), sequence) === text ? (text as DecisionNumber) : null;
}
