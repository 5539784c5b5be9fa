import { expect, test } from 'vitest';
import { typedTexts } from './typed-texts.ts';

test('gives back what was typed and nothing that the page sent along', () => {
  const reply = {
    intent: 'accept',
    formKey: '0193',
    judgements: [{ ruleSlug: 'een', met: 'no', note: 'Het mag toch.' }, { ruleSlug: 'twee', note: ' ' }, undefined],
    reason: 'Past bij ons.\nEcht.',
  };
  expect(typedTexts(reply, ['reason', 'note'])).toEqual(['Het mag toch.', 'Past bij ons.\nEcht.']);
});

test.each([null, undefined, 'reason', 3])('%o holds nothing', (value) => {
  expect(typedTexts(value, ['reason'])).toEqual([]);
});
