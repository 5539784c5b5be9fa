import { describe, expect, it } from 'vitest';
import { stages, type Stage } from '#app/modules/initiatives/stage.ts';
import { awaitingStages, possibleOutcomes } from './outcome.ts';

describe('what can be decided', () => {
  const expected: Partial<Record<Stage, string[]>> = {
    accepted: ['grant', 'decline', 'park', 'refer'],
    deciding: ['grant', 'decline', 'park', 'refer'],
    parked: ['grant', 'decline', 'refer'],
    declined: ['grant'],
    granted: ['grant'],
  };

  it.each(stages)('at stage %s', (stage) => {
    expect(possibleOutcomes(stage)).toEqual(expected[stage] ?? []);
  });

  it('is never nothing for what waits for a decision', () => {
    expect(awaitingStages.filter((stage) => possibleOutcomes(stage).length === 0)).toEqual([]);
  });
});
