import { expect, it } from 'vitest';
import { durationText } from './duration-text.ts';

it.each([
  [0, 'nl', '0 minuten'],
  [15, 'nl', '15 minuten'],
  [60, 'nl', '1 uur'],
  [135, 'nl', '2 uur en 15 minuten'],
  [135, 'en', '2 hours and 15 minutes'],
  [61, 'en', '1 hour and 1 minute'],
  [1440, 'nl', '24 uur'],
])('%i minutes in %s is %s', (minutes, language, text) => {
  expect(durationText(minutes, language)).toBe(text);
});
