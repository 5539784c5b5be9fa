import { calendarDate } from '#app/kernel/calendar-date.ts';
import type { EntryResult } from '#app/modules/scoring/score.ts';
import { objectionDays } from './objection-term.ts';
import type { PublishedStanding, PublishedVote } from './published-basis.ts';
import type { PublishedDecision } from './published.ts';
import { line, type RecomputedLine } from './recomputed-line.ts';
import { saysBasis } from './says-basis.ts';

type Money = NonNullable<PublishedStanding['money']>['state'];

/** What version 3 added, as far as it follows from the rest of the same publication. */
export function basisLines(published: PublishedDecision, result: EntryResult | null): RecomputedLine[] {
  if (!saysBasis(published)) return [];
  const { standing, remedy, subject } = published;
  const vote = published.version === 4 ? published.vote : null;
  const asked = subject.kind === 'initiative' ? subject.requestedCents : 0;
  return [
    ...(standing === null || result === null ? [] : standingLines(standing, asked, result)),
    ...amountLines(published, vote),
    ...(vote === null ? [] : voteLines(vote)),
    ...(remedy === null || remedy.objection === null ? [] : objectionLines(published.publishedOn, remedy.objection)),
  ];
}

/** The others of the round are not in it: `checkRounds` looks at those, where their decisions are at hand. */
function standingLines({ entries, rank, money }: PublishedStanding, asked: number, result: EntryResult) {
  const isRanked = result.totalHundredths !== null;
  const couldBe = isRanked ? rank !== null && rank <= entries : rank === null;
  const fits = money !== null && asked <= money.availableCents;
  const must: Money | null = !isRanked ? 'not-scored' : !result.meetsMinima ? 'below-minimum' : null;
  const states: readonly Money[] =
    must === null ? (fits ? ['reached', 'too-little-left'] : ['too-little-left']) : [must];
  return [
    line('standing-rank', true, couldBe),
    ...(money === null
      ? []
      : [line('standing-money', money.state, states.includes(money.state) ? money.state : (states[0] ?? null))]),
  ];
}

/** A plan gets what it asks, or the decision says why it is less; one that replaces another follows from what was paid. */
function amountLines(
  { subject, origin, outcome, amountCents, amountNote, replaces }: PublishedDecision,
  vote: PublishedVote | null,
) {
  if (subject.kind !== 'initiative' || origin !== 'product' || outcome !== 'grant') return [];
  if (amountCents === null || replaces !== null) return [];
  // what it cost on the ballot is what people voted on
  const most = vote?.costCents ?? subject.requestedCents;
  return [
    line('amount-within', true, amountCents <= most),
    ...(amountNote === '' ? [line('amount', amountCents, most)] : []),
  ];
}

/** The votes themselves are not in it: the recount of the vote is their proof. */
function voteLines({ place, winners, votes, voters }: PublishedVote) {
  return [line('vote-place', true, place <= winners), line('vote-votes', true, votes <= voters)];
}

function objectionLines(publishedOn: string, objection: { weeks: number; beginsOn: string; lastDay: string }) {
  const days = objectionDays(calendarDate(publishedOn), objection.weeks);
  return [
    line('objection-begins', objection.beginsOn, days.beginsOn),
    line('objection-ends', objection.lastDay, days.lastDay),
  ];
}
