import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fragmentsOf, textFragmentsOf } from './fragments.ts';

const marks = { stems: new Set(['huiswerk', 'tuin']), beginnings: ['spee'], wishes: 1 };
const hits = (text: string) =>
  fragmentsOf(text, marks)
    .filter(({ isHit }) => isHit)
    .map(({ text: piece }) => piece);

test('marks other forms and half words, as they were written', () => {
  expect(hits('De TUINEN, het tuintje en de Speelplek.')).toEqual(['TUINEN', 'tuintje', 'Speelplek']);
});

test('put together are the text again', () => {
  const part = fc.oneof(fc.constantFrom('tuin', 'speel', ' ', '<b>'), fc.string({ unit: 'binary', maxLength: 8 }));
  const text = fc.array(part, { maxLength: 12 });
  fc.assert(
    fc.property(text, (parts) => {
      const whole = parts.join('');
      return (
        fragmentsOf(whole, marks)
          .map((each) => each.text)
          .join('') === whole
      );
    }),
  );
});

test('of the text are shown where it says more than the summary, cut between words', () => {
  const long = `${'woord '.repeat(100)}huiswerk ${'einde '.repeat(100)}`;
  const shown = textFragmentsOf('Kort.', long, marks);
  const whole = shown.map(({ text }) => text).join('');
  expect(whole.length).toBeLessThanOrEqual(240);
  expect(whole.startsWith('… woord')).toBe(true);
  expect(whole.endsWith('einde …')).toBe(true);
  expect(shown.filter(({ isHit }) => isHit)).toEqual([{ text: 'huiswerk', isHit: true }]);
  expect(textFragmentsOf('Over een tuin.', long, marks).map(({ text }) => text)).toEqual(['Over een ', 'tuin', '.']);
});

test('never are longer than 240 letters or end in half a sign', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 900 }), fc.string({ maxLength: 900 }), (summary, text) => {
      const whole = textFragmentsOf(summary, text, marks)
        .map((each) => each.text)
        .join('');
      expect(whole.length).toBeLessThanOrEqual(240);
      expect(whole.isWellFormed()).toBe(true);
    }),
  );
});
