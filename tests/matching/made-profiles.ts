import fc from 'fast-check';
import { makeCorpus } from '#app/modules/matching/corpus.ts';
import type { AreaMiddle, Profile } from '#app/modules/matching/profile.ts';
import { resourceKinds, type Direction, type ResourceKind } from '#app/modules/portfolios/portfolio.ts';

/** Three areas in a row: two near each other, one far. */
export const middles: readonly AreaMiddle[] = [
  { code: 'A', east: 1000, south: 1000 },
  { code: 'B', east: 1800, south: 1000 },
  { code: 'C', east: 6000, south: 1000 },
];

type Given = {
  lines?: readonly (readonly [Direction, ResourceKind, string])[];
  about?: string;
  areas?: readonly string[];
  themes?: readonly string[];
  stage?: string | null;
  kept?: boolean;
  kin?: readonly string[];
  dismissed?: readonly string[];
  listed?: number;
};

const words = (text: string) => [...new Set(text.split(' ').filter((word) => word !== ''))].sort();

/** A portfolio as matching knows it; its lines are called after it: `a-0`, `a-1`. */
export function profile(id: string, given: Given = {}): Profile {
  return {
    id,
    lines: (given.lines ?? []).map(([direction, resource, text], place) => ({
      id: `${id}-${String(place)}`,
      direction,
      resource,
      words: words(text),
    })),
    about: words(given.about ?? ''),
    areas: given.areas ?? [],
    themes: given.themes ?? [],
    stage: given.stage ?? null,
    kept: given.kept ?? true,
    kin: given.kin ?? [],
    dismissed: given.dismissed ?? [],
    listed: given.listed ?? 0,
  };
}

const text = fc
  .array(fc.constantFrom('zaal', 'fiets', 'koken', 'tuin', 'les', 'zaterdag', 'ouder', 'jong', 'markt', 'taal'), {
    maxLength: 5,
  })
  .map((some) => some.join(' '));

const given: fc.Arbitrary<Given> = fc.record({
  lines: fc.array(fc.tuple(fc.constantFrom<Direction>('need', 'offer'), fc.constantFrom(...resourceKinds), text), {
    maxLength: 5,
  }),
  about: text,
  areas: fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'unknown'), { maxLength: 2 }),
  themes: fc.uniqueArray(fc.constantFrom('werk', 'wonen', 'jeugd'), { maxLength: 2 }),
  stage: fc.constantFrom('idea', 'running', 'declined', null),
  kept: fc.boolean(),
  kin: fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 1 }),
});

export const profilesArbitrary = (sizes: { minLength: number; maxLength: number }): fc.Arbitrary<Profile[]> =>
  fc.array(given, sizes).map((some) => some.map((one, place) => profile(String(place).padStart(4, '0'), one)));

export const corpusArbitrary = profilesArbitrary({ minLength: 2, maxLength: 8 }).map((some) =>
  makeCorpus(some, middles),
);
