import { canonicalJson } from '#app/kernel/canonical-json.ts';
import { compareFractions, type Fraction } from '#app/kernel/fraction.ts';
import { cents } from '#app/kernel/money.ts';
import { rankEntries, type RankedInput } from '#app/modules/scoring/ranking.ts';
import { exactTotal, scoreEntry } from '#app/modules/scoring/score.ts';
import type { CheckedFile, Note, RoundFinding } from './check-report.ts';
import type { PublishedStanding } from './published-basis.ts';
import { countedReviews, scoredCriteria } from './recompute.ts';

type At = { file: string; number: string | null };

/** A decision on an initiative that was scored, with where it says that it stood. */
type Placed = {
  file: CheckedFile;
  round: { slug: string; name: string };
  standing: PublishedStanding;
  input: RankedInput;
  total: Fraction | null;
};

/**
 * Makes the ranking of each round anew from the scores of the decisions that are at hand. With all of them every rank and what
 * the money reached is compared; with some of them the order in which they stand.
 */
export function checkRounds(checked: readonly CheckedFile[]): {
  findings: (At & RoundFinding)[];
  notes: Note[];
} {
  const findings: (At & RoundFinding)[] = [];
  const notes: Note[] = [];
  for (const round of roundsOf(checked)) {
    const [first] = round;
    if (first === undefined) continue;
    const odd = differences(round);
    findings.push(...odd);
    if (odd.length > 0) continue;
    if (round.length === first.standing.entries) findings.push(...wholeRound(first, round));
    else {
      const { file, round: named, standing } = first;
      const counts = { round: named.name, here: round.length, entries: standing.entries };
      notes.push({ file: file.file, number: file.publication.number, kind: 'round-incomplete', ...counts });
      findings.push(...partOfRound(round));
    }
  }
  return { findings, notes };
}

/** Of a decision that took the place of another on the same initiative, only the last is in it. */
function roundsOf(checked: readonly CheckedFile[]): Placed[][] {
  const replaced = new Set(checked.map(({ publication }) => publication.replaces));
  const rounds = new Map<string, Placed[]>();
  for (const file of checked) {
    const placed = replaced.has(file.publication.number) ? null : placedOf(file);
    if (placed === null) continue;
    rounds.set(placed.round.slug, [...(rounds.get(placed.round.slug) ?? []), placed]);
  }
  return [...rounds.values()];
}

function placedOf(file: CheckedFile): Placed | null {
  const { publication } = file;
  if (publication.version !== 3) return null;
  const { standing, scores, criteria, number, subject } = publication;
  if (subject.kind !== 'initiative' || standing === null || scores === null || criteria === null) return null;
  const reviews = countedReviews(scores.reviews);
  const scored = scoredCriteria(criteria);
  try {
    scoreEntry(scored, reviews);
    return {
      file,
      round: scores.round,
      standing,
      input: { id: number, reviews, requested: cents(subject.requestedCents), submittedAt: standing.submittedAt },
      total: exactTotal(scored, reviews),
    };
  } catch {
    // scores that cannot be are told of already
    return null;
  }
}

function at({ file }: Placed): At {
  return { file: file.file, number: file.publication.number };
}

/** What is of the round itself is the same in every decision of it: told of those that differ from most. */
function differences(round: readonly Placed[]): (At & RoundFinding)[] {
  return (['criteria', 'money', 'entries'] as const).flatMap((what) => {
    const values = round.map((one) => ofRound(one)[what]);
    const times = (value: string) => values.filter((other) => other === value).length;
    const usual = values.reduce((most, value) => (times(value) > times(most) ? value : most));
    const other = round[values.indexOf(usual)]?.file.publication.number ?? '';
    return round.flatMap((one, index) =>
      values[index] === usual
        ? []
        : [{ ...at(one), kind: 'round-differs' as const, round: one.round.name, other, what }],
    );
  });
}

function ofRound({ file: { publication }, standing }: Placed) {
  return {
    // each has its own motivation
    criteria: canonicalJson((publication.criteria?.criteria ?? []).map(({ motivation: _, ...rest }) => rest)),
    money: String(standing.money?.availableCents),
    entries: String(standing.entries),
  };
}

function wholeRound(first: Placed, round: readonly Placed[]): (At & RoundFinding)[] {
  const { criteria } = first.file.publication;
  if (criteria === null) return [];
  const available = first.standing.money === null ? null : cents(first.standing.money.availableCents);
  const { entries } = rankEntries(
    scoredCriteria(criteria),
    round.map(({ input }) => input),
    available,
  );
  const isUndecided = hasUndecidedTurn(round);
  return round.flatMap((one): (At & RoundFinding)[] => {
    const ranked = entries.find(({ id }) => id === one.input.id);
    const computed = ranked?.rank ?? null;
    const state = ranked?.money?.state ?? null;
    const { rank, money } = one.standing;
    return [
      ...(computed === rank
        ? []
        : [{ ...at(one), kind: 'round-rank' as const, round: one.round.name, published: rank, computed }]),
      ...(money === null || money.state === state || isUndecided
        ? []
        : [
            {
              ...at(one),
              kind: 'round-money' as const,
              round: one.round.name,
              published: money.state,
              computed: state,
            },
          ]),
    ];
  });
}

/** Equal totals that were submitted at the same moment go by an id that is not published. */
function hasUndecidedTurn(round: readonly Placed[]): boolean {
  return round.some((one, index) =>
    round.slice(index + 1).some((other) => sign(one, other) === 0 && one.input.submittedAt === other.input.submittedAt),
  );
}

function partOfRound(round: readonly Placed[]): (At & RoundFinding)[] {
  return round.flatMap((one, index) =>
    round
      .slice(index + 1)
      .filter(
        (other) =>
          sign(one, other) !== Math.sign((one.standing.rank ?? Infinity) - (other.standing.rank ?? Infinity) || 0),
      )
      .map((other) => ({
        ...at(one),
        kind: 'round-order' as const,
        round: one.round.name,
        other: other.file.publication.number,
      })),
  );
}

/** Negative: the first stands above. */
function sign(one: Placed, other: Placed): number {
  if (one.total === null || other.total === null) return Number(one.total === null) - Number(other.total === null);
  return Math.sign(compareFractions(other.total, one.total));
}
