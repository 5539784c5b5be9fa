/**
 * The stages of an initiative and the moves between them: one table that pages, commands and tests share.
 * The database knows the same names (constraint `initiative_stage`).
 */
export const stages = [
  'draft',
  'submitted',
  'question',
  'accepted',
  'scoring',
  'deciding',
  'granted',
  'running',
  'completed',
  'declined',
  'parked',
  'referred',
  'withdrawn',
  'exploring',
  'paused',
] as const;

export type Stage = (typeof stages)[number];

/** What can be done with an initiative; each is one step on its timeline. */
export type Move =
  | 'submit'
  | 'ask-question'
  | 'answer-question'
  | 'revise'
  | 'accept'
  | 'refer'
  | 'refer-outside'
  | 'enter-round'
  | 'leave-round'
  | 'close-round'
  | 'grant'
  | 'decline'
  | 'park'
  | 'refer-by-decision'
  | 'withdraw';

type MoveRule = {
  from: readonly Stage[];
  to: Stage | 'same';
  /** The kind of event on the timeline (constraint `initiative_event_kind`). */
  event: EventKind;
  /** Days within which the next step is due; null when nothing is due by anybody. */
  nextDueInDays: number | null;
};

export const eventKinds = [
  'from-paper',
  'submitted',
  'question-asked',
  'question-answered',
  'revised',
  'accepted',
  'referred',
  'referred-outside',
  'entered-round',
  'left-round',
  'round-closed',
  'decided',
  'withdrawn',
] as const;

export type EventKind = (typeof eventKinds)[number];

/** Steps of the submitter; the body that is kept with them has the plan then, and did nothing. */
export const submittersSteps: readonly EventKind[] = ['submitted', 'question-answered', 'revised', 'withdrawn'];

/** The loket answers within two weeks, the submitter has three, a body plans a round within six and decides within four. */
export const moves: Record<Move, MoveRule> = {
  submit: { from: ['draft'], to: 'submitted', event: 'submitted', nextDueInDays: 14 },
  'ask-question': { from: ['submitted'], to: 'question', event: 'question-asked', nextDueInDays: 21 },
  'answer-question': { from: ['question'], to: 'submitted', event: 'question-answered', nextDueInDays: 14 },
  revise: { from: ['submitted', 'accepted', 'parked'], to: 'same', event: 'revised', nextDueInDays: null },
  // a question that stays without answer does not hold a plan for ever
  accept: { from: ['submitted', 'question'], to: 'accepted', event: 'accepted', nextDueInDays: 42 },
  refer: {
    from: ['submitted', 'question', 'accepted', 'parked'],
    to: 'submitted',
    event: 'referred',
    nextDueInDays: 14,
  },
  'refer-outside': {
    from: ['submitted', 'question', 'accepted', 'parked'],
    to: 'referred',
    event: 'referred-outside',
    nextDueInDays: null,
  },
  'enter-round': { from: ['accepted', 'parked'], to: 'scoring', event: 'entered-round', nextDueInDays: null },
  'leave-round': { from: ['scoring'], to: 'accepted', event: 'left-round', nextDueInDays: 42 },
  'close-round': { from: ['scoring'], to: 'deciding', event: 'round-closed', nextDueInDays: 28 },
  // from a grant by one that takes its place (`grant_takes_the_place`)
  grant: {
    from: ['accepted', 'deciding', 'parked', 'declined', 'granted'],
    to: 'granted',
    event: 'decided',
    nextDueInDays: null,
  },
  decline: { from: ['accepted', 'deciding', 'parked'], to: 'declined', event: 'decided', nextDueInDays: null },
  park: { from: ['accepted', 'deciding'], to: 'parked', event: 'decided', nextDueInDays: null },
  'refer-by-decision': {
    from: ['accepted', 'deciding', 'parked'],
    to: 'submitted',
    event: 'decided',
    nextDueInDays: 14,
  },
  withdraw: {
    from: ['submitted', 'question', 'accepted', 'scoring', 'deciding', 'parked'],
    to: 'withdrawn',
    event: 'withdrawn',
    nextDueInDays: null,
  },
};

export function mayMove(stage: Stage, move: Move): boolean {
  return moves[move].from.includes(stage);
}

/** The stage after a move. @throws RangeError when the move is not possible from this stage: check `mayMove` first */
export function stageAfter(stage: Stage, move: Move): Stage {
  if (!mayMove(stage, move)) throw new RangeError(`no ${move} from ${stage}`);
  const { to } = moves[move];
  return to === 'same' ? stage : to;
}

/** Stages in which an initiative is still on its way to a decision; in these it can be late. */
export const openStages: readonly Stage[] = ['submitted', 'question', 'accepted', 'scoring', 'deciding'];

/** Stages in which the submitter may still send a new version. */
export const revisableStages: readonly Stage[] = moves.revise.from;

/** Everything but a draft is public. */
export function isPublicStage(stage: Stage): boolean {
  return stage !== 'draft';
}
