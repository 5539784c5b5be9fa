/** Letters and digits that nobody takes for another; 32 of them, five bits each. */
export const codeAlphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Eighty bits: nobody finds one by trying, also who has the whole database and many machines (docs/decisions/0037). */
export const codeLength = 16;

/** A code as it was typed, in whatever groups; null: cannot be one. */
export function readCode(typed: string): string | null {
  const plain = typed.toUpperCase().replaceAll(/[\s\-–—.]/g, '');
  return plain.length === codeLength && [...plain].every((sign) => codeAlphabet.includes(sign)) ? plain : null;
}

/** In groups of four, as it stands on paper. */
export function showCode(code: string): string {
  return code.replaceAll(/(.{4})(?=.)/g, '$1-');
}
