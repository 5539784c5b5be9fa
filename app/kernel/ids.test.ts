import { describe, expect, it } from 'vitest';
import { isId, newId } from './ids.ts';

describe('ids', () => {
  it('are version 7 and sort by time', () => {
    const earlier = newId(Date.parse('2026-01-01T00:00:00Z'));
    const later = newId(Date.parse('2026-01-01T00:00:01Z'));
    expect(earlier < later).toBe(true);
    expect(earlier).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it.each(['', '1', "' or 1=1", '../x', '0190a000-0000-7000-8000-00000000000g', newId().toUpperCase()])(
    'does not take %j for an id',
    (text) => {
      expect(isId(text)).toBe(false);
    },
  );

  it('recognises its own', () => {
    expect(isId(newId())).toBe(true);
  });
});
