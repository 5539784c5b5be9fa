import { describe, expect, it } from 'vitest';
import { countVotes, isCarried, type Vote } from './vote.ts';

describe('votes', () => {
  it.each<[Vote[], boolean]>([
    [[], false],
    [['for'], true],
    [['against'], false],
    [['abstain', 'abstain'], false],
    [['for', 'against'], false],
    [['for', 'for', 'against'], true],
    [['for', 'abstain', 'abstain', 'abstain'], true],
  ])('%j carries the proposal: %s', (given, carried) => {
    const counts = countVotes(given);
    expect(counts.for + counts.against + counts.abstain).toBe(given.length);
    expect(isCarried(counts)).toBe(carried);
  });
});
