import { describe, expect, it } from 'vitest';
import { changeNumber, parseChangeNumber } from './change.ts';

describe('the number of a change', () => {
  it('has a year and at least four digits', () => {
    expect(changeNumber(2026, 7)).toBe('W2026-0007');
    expect(changeNumber(2026, 12345)).toBe('W2026-12345');
    expect(() => changeNumber(2026, 0)).toThrow(RangeError);
  });

  it.each(['W2026-0007', 'W2026-12345'])('reads %s back', (text) => expect(parseChangeNumber(text)).toBe(text));

  it.each(['', '2026-0007', 'W2026-7', 'W2026-00007', 'W2026-0000', 'w2026-0007', 'W2026-0007 '])(
    'refuses ‘%s’',
    (text) => expect(parseChangeNumber(text)).toBeNull(),
  );
});
