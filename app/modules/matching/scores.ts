import { textAt, type Corpus, type Lines } from './corpus.ts';
import { nearness, shortest } from './nearness.ts';
import { stageWorth } from './stages.ts';
import { aboutStrength, kindPairs, likeness, lineStrength, noKindPair, themeShare } from './strength.ts';
import { points } from './weights.ts';
import { cosines } from './word-index.ts';

/** Room for intermediate results, so that comparing with thousands allocates nothing. */
export type Desk = {
  met: Float64Array;
  missed: Float64Array;
  byNeed: Float64Array;
  cosOffers: Float64Array;
  cosNeeds: Float64Array;
  cosAbout: Float64Array;
};

export function makeDesk({ profiles, needs, offers }: Corpus): Desk {
  const [all, ofNeeds, ofOffers] = [profiles.length, needs.index.size, offers.index.size];
  return {
    met: new Float64Array(all),
    missed: new Float64Array(all),
    byNeed: new Float64Array(ofNeeds),
    cosOffers: new Float64Array(ofOffers),
    cosNeeds: new Float64Array(ofNeeds),
    cosAbout: new Float64Array(all),
  };
}

/**
 * How well one portfolio fits every other, in points: the same sum as `explain` gives for each pair, all in one go. What takes
 * points off, and who should not be suggested at all, is left to `lists.ts`.
 * @param place of the portfolio in the corpus; its own number means nothing
 */
export function fitsOf(corpus: Corpus, place: number, desk: Desk = makeDesk(corpus)): Float64Array {
  const fits = new Float64Array(corpus.profiles.length);
  addMet(fits, theyOffer(corpus, place, desk), points.theyOffer);
  addMet(fits, weOffer(corpus, place, desk), points.weOffer);
  addRest(fits, corpus, place, desk);
  return fits;
}

/**
 * How much of what one portfolio and each other need the two have to offer each other, from 0 (nothing) to 1 (everything, from
 * both sides). Theme, nearness and the rest are left out: at a table those count by the people.
 */
export function offersOf(corpus: Corpus, place: number, desk: Desk = makeDesk(corpus)): Float64Array {
  const fits = new Float64Array(corpus.profiles.length);
  addMet(fits, theyOffer(corpus, place, desk), 0.5);
  addMet(fits, weOffer(corpus, place, desk), 0.5);
  return fits;
}

/** Several needs met count together without ever passing the whole: 1 less what each leaves. */
function addMet(fits: Float64Array, missed: Float64Array, worth: number): void {
  for (let other = 0; other < fits.length; other += 1)
    fits[other] = (fits[other] ?? 0) + worth * (1 - (missed[other] ?? 1));
}

const range = ({ firsts }: Lines, place: number): readonly [number, number] => [
  firsts[place] ?? 0,
  firsts[place + 1] ?? 0,
];

/** What of our needs each of the others leaves unmet, from 0 to 1. */
function theyOffer(corpus: Corpus, place: number, { met, missed, cosOffers, cosAbout }: Desk): Float64Array {
  const { needs, offers, about, squares } = corpus;
  missed.fill(1);
  const [first, end] = range(needs, place);
  for (let need = first; need < end; need += 1) {
    const text = textAt(needs.index, need);
    const pairs = kindPairs[needs.kinds[need] ?? 0] ?? [];
    cosines(about, squares, text, cosAbout);
    for (let other = 0; other < met.length; other += 1) met[other] = aboutStrength(cosAbout[other] ?? 0);
    cosines(offers.index, squares, text, cosOffers);
    for (let offer = 0; offer < cosOffers.length; offer += 1) {
      const strength = lineStrength(pairs[offers.kinds[offer] ?? 0] ?? noKindPair, cosOffers[offer] ?? 0);
      const other = offers.owners[offer] ?? 0;
      if (strength > (met[other] ?? 0)) met[other] = strength;
    }
    for (let other = 0; other < met.length; other += 1) missed[other] = (missed[other] ?? 1) * (1 - (met[other] ?? 0));
  }
  return missed;
}

/** What of the needs of each of the others we leave unmet. */
function weOffer(corpus: Corpus, place: number, { missed, byNeed, cosNeeds }: Desk): Float64Array {
  const { needs, offers, about, squares } = corpus;
  cosines(needs.index, squares, textAt(about, place), cosNeeds);
  for (let need = 0; need < byNeed.length; need += 1) byNeed[need] = aboutStrength(cosNeeds[need] ?? 0);
  const [first, end] = range(offers, place);
  for (let offer = first; offer < end; offer += 1) {
    const kind = offers.kinds[offer] ?? 0;
    cosines(needs.index, squares, textAt(offers.index, offer), cosNeeds);
    for (let need = 0; need < byNeed.length; need += 1) {
      const strength = lineStrength(kindPairs[needs.kinds[need] ?? 0]?.[kind] ?? noKindPair, cosNeeds[need] ?? 0);
      if (strength > (byNeed[need] ?? 0)) byNeed[need] = strength;
    }
  }
  missed.fill(1);
  for (let need = 0; need < byNeed.length; need += 1) {
    const other = needs.owners[need] ?? 0;
    missed[other] = (missed[other] ?? 1) * (1 - (byNeed[need] ?? 0));
  }
  return missed;
}

function addRest(fits: Float64Array, corpus: Corpus, place: number, { cosAbout }: Desk): void {
  const { about, squares, themes, areas, metres, progress } = corpus;
  cosines(about, squares, textAt(about, place), cosAbout);
  const none = new Int32Array();
  const [ourThemes, ourAreas] = [themes[place] ?? none, areas[place] ?? none];
  const ourStage = stageWorth[progress[place] ?? 0] ?? [];
  for (let other = 0; other < fits.length; other += 1)
    fits[other] =
      (fits[other] ?? 0) +
      points.theme * themeShare(ourThemes, themes[other] ?? none) +
      points.near * nearness(shortest(ourAreas, areas[other] ?? none, metres)) +
      points.stage * (ourStage[progress[other] ?? 0] ?? 0) +
      points.words * likeness(cosAbout[other] ?? 0);
}
