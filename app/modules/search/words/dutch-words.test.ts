import { expect, test } from 'vitest';
import { isDutchWord } from './dutch-words.ts';

test.each(['belasting', 'sieraden', 'turkse', 'gezinnen', 'huizen', 'brieven', 'creatieve', 'cafe', 'tandartsen'])(
  '%s is a word',
  (word) => expect(isDutchWord(word)).toBe(true),
);

test.each(['beplamting', 'speltuin', 'huiswek', 'buurtfest', 'jongern', 'voetbol', 'qqqq'])('%s is none', (word) =>
  expect(isDutchWord(word)).toBe(false),
);
