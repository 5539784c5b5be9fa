import { textAt, type Corpus, type Lines } from './corpus.ts';
import { nearness, shortest } from './nearness.ts';
import { stageWorth } from './stages.ts';
import { aboutStrength, kindPairs, likeness, lineStrength, noKindPair, themeShare } from './strength.ts';
import { points } from './weights.ts';
import { cosine } from './word-index.ts';

/**
 * Why two are suggested to each other: parts that add up to the score, with what is needed to say them in words. Lines go by id,
 * so that a page shows them as they are then, or not at all when they went.
 */
export type Reason =
  /** `offer` null: it stands in what they tell of themselves. */
  | { part: 'they-offer' | 'we-offer'; points: number; need: string; offer: string | null; wordsAlike: boolean }
  | { part: 'theme'; points: number; themes: readonly string[] }
  /** `metres` null: one of the two works everywhere, or said no place. */
  | { part: 'near'; points: number; metres: number | null }
  | { part: 'stage' | 'words' | 'popular' | 'unanswered'; points: number };

/** Why the portfolio at one place is suggested to that at another. Reasons without points are left out. */
export function explain(corpus: Corpus, ours: number, theirs: number): Reason[] {
  const { themes, areas, metres, progress, about, squares, profiles } = corpus;
  const none = new Int32Array();
  const between = shortest(areas[ours] ?? none, areas[theirs] ?? none, metres);
  const shared = (profiles[ours]?.themes ?? []).filter((theme) => profiles[theirs]?.themes.includes(theme));
  const reasons: Reason[] = [
    ...lineReasons(corpus, ours, theirs, 'they-offer'),
    ...lineReasons(corpus, theirs, ours, 'we-offer'),
    {
      part: 'theme',
      points: points.theme * themeShare(themes[ours] ?? none, themes[theirs] ?? none),
      themes: shared,
    },
    { part: 'near', points: points.near * nearness(between), metres: between === null ? null : Math.round(between) },
    { part: 'stage', points: points.stage * (stageWorth[progress[ours] ?? 0]?.[progress[theirs] ?? 0] ?? 0) },
    {
      part: 'words',
      points: points.words * likeness(cosine(squares, textAt(about, ours), textAt(about, theirs))),
    },
  ];
  return reasons.filter((reason) => reason.points !== 0);
}

/** What the reasons add up to. */
export function scoreOf(reasons: readonly Reason[]): number {
  return reasons.reduce((sum, reason) => sum + reason.points, 0);
}

type Met = { need: string; offer: string | null; strength: number; wordsAlike: boolean };

/** Each need of one that the other meets, the best first; what each adds to those before it is its share of the points. */
function lineReasons(corpus: Corpus, needing: number, offering: number, part: 'they-offer' | 'we-offer'): Reason[] {
  const worth = part === 'they-offer' ? points.theyOffer : points.weOffer;
  const met = linesAt(corpus.needs, needing)
    .map((need) => bestFor(corpus, need, needing, offering))
    .filter(({ strength }) => strength > 0)
    .sort((a, b) => b.strength - a.strength || (a.need < b.need ? -1 : 1));
  let left = 1;
  return met.map(({ strength, ...reason }) => {
    const added = worth * left * strength;
    left *= 1 - strength;
    return { part, points: added, ...reason };
  });
}

function linesAt({ firsts }: Lines, place: number): number[] {
  const first = firsts[place] ?? 0;
  return Array.from({ length: (firsts[place + 1] ?? 0) - first }, (_, step) => first + step);
}

function bestFor(
  { needs, offers, about, squares, profiles }: Corpus,
  need: number,
  needing: number,
  offering: number,
): Met {
  const text = textAt(needs.index, need);
  const inAbout = aboutStrength(cosine(squares, text, textAt(about, offering)));
  const idOf = (direction: 'need' | 'offer', owner: number, nth: number) =>
    profiles[owner]?.lines.filter((line) => line.direction === direction)[nth]?.id ?? '';
  let best: Met = {
    need: idOf('need', needing, need - (needs.firsts[needing] ?? 0)),
    offer: null,
    strength: inAbout,
    wordsAlike: true,
  };
  for (const offer of linesAt(offers, offering)) {
    const alike = cosine(squares, text, textAt(offers.index, offer));
    const pair = kindPairs[needs.kinds[need] ?? 0]?.[offers.kinds[offer] ?? 0] ?? noKindPair;
    const strength = lineStrength(pair, alike);
    if (strength > best.strength)
      best = {
        ...best,
        offer: idOf('offer', offering, offer - (offers.firsts[offering] ?? 0)),
        strength,
        wordsAlike: alike > 0,
      };
  }
  return best;
}
