import { expect, test } from 'vitest';
import { pauseAfter } from './vote-tries.server.ts';

test.each([
  { fromHere: 10, ofVote: 10, pause: 0 },
  { fromHere: 20, ofVote: 200, pause: 0 },
  { fromHere: 30, ofVote: 30, pause: 2000 },
  { fromHere: 100, ofVote: 100, pause: 5000 },
  { fromHere: 900, ofVote: 900, pause: 5000 },
  // tried from many addresses, or with a server that began anew
  { fromHere: 1, ofVote: 201, pause: 1500 },
])('after $fromHere wrong codes from here and $ofVote in the vote the next waits $pause ms', ({ pause, ...tries }) => {
  expect(pauseAfter(tries)).toBe(pause);
});
