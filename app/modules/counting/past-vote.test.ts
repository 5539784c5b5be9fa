import { expect, test } from 'vitest';
import { slugOf } from './past-vote.ts';
import { largestFile, readVoteFile } from './vote-file.server.ts';

test('an address says what and when', () => {
  expect(slugOf({ title: 'Buurtbudget Osdorp', place: '', year: '2021' })).toBe('buurtbudget-osdorp-2021');
  expect(slugOf({ title: 'Één stem! (2020)', place: '', year: '2020' })).toBe('een-stem-2020');
  expect(slugOf({ title: '???', place: '', year: '' })).toBe('stemming');
  expect(slugOf({ title: 'woord '.repeat(40), place: '', year: '' })).toMatch(/^[a-z-]{1,80}$/);
});

async function* pieces(...all: readonly Uint8Array[]) {
  for (const piece of all) yield await Promise.resolve(piece);
}

test('a file is put together across its pieces, and is not read when it is too large', async () => {
  const bytes = new TextEncoder().encode('één');
  expect(await readVoteFile(pieces(bytes.slice(0, 1), bytes.slice(1)))).toBe('één');
  expect(await readVoteFile(pieces(new Uint8Array(largestFile), new Uint8Array(1)))).toBeNull();
});
