import { describe, expect, test } from 'vitest';
import { minutesStep } from './meeting.ts';

describe('what waits to be done with minutes', () => {
  test.each([
    ['concept', undefined, 'concept'],
    ['sent', undefined, 'sent'],
    ['adopted', { isPublished: false, redaction: null }, 'adopted'],
    ['adopted', { isPublished: false, redaction: 'open' }, 'adopted'],
    ['adopted', { isPublished: false, redaction: 'offered' }, 'offered'],
    ['adopted', { isPublished: false, redaction: 'released' }, 'released'],
    ['published', { isPublished: true, redaction: 'released' }, 'published'],
    ['published', { isPublished: false, redaction: null }, 'correcting'],
    ['published', { isPublished: false, redaction: 'offered' }, 'offered'],
  ] as const)('%s with newest version %j: %s', (state, newest, step) => {
    expect(minutesStep(state, newest)).toBe(step);
  });
});
