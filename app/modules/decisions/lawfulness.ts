import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { AddedUp } from '#app/modules/procurement/added-up.ts';
import type { AnsweredFlag } from '#app/modules/procurement/cost-flag.ts';
import type { PublishedOtherMoney, PublishedProcurement } from './published.ts';

/** What is looked at before money is given: what assignments to one party add up to, and costs that are funded twice. */
export type Lawfulness = {
  /** Null: no assignment. */
  addedUp: AddedUp | null;
  /** Null: no money to a plan, so nothing was looked at. */
  flags: readonly AnsweredFlag[] | null;
};

export type PublishedLawfulness = {
  procurement: PublishedProcurement | null;
  otherMoney: PublishedOtherMoney[] | null;
};

/** What the confirmer says of a warning. */
export type Said = { note: string; isRead: boolean };

export const notLookedAt: PublishedLawfulness = { procurement: null, otherMoney: null };

export type LawfulnessRefusal = 'service-kind-missing' | 'note-missing' | 'warning-unread' | 'cost-unexplained';

/** What keeps money from being given, whoever confirms: each needs the proposer. */
export function lawfulnessBlock(
  { addedUp, flags }: Lawfulness,
  decision: { instrument: string | null; amountCents: bigint | null },
): 'service-kind-missing' | 'cost-unexplained' | null {
  if (decision.amountCents === null) return null;
  if (decision.instrument === 'assignment' && addedUp === null) return 'service-kind-missing';
  return flags?.some(({ answer }) => answer.trim() === '') === true ? 'cost-unexplained' : null;
}

/** Also what the confirmer must say: over a limit why it may be, near one that the warning was read. The database asks the same. */
export function checkLawfulness(
  lawfulness: Lawfulness,
  decision: { instrument: string | null; amountCents: bigint | null },
  said: Said,
): Outcome<void, LawfulnessRefusal> {
  const block = lawfulnessBlock(lawfulness, decision);
  if (block !== null) return refused(block);
  const state = lawfulness.addedUp?.state;
  if (state === 'over' && said.note === '') return refused('note-missing');
  return state === 'near' && !said.isRead ? refused('warning-unread') : accepted();
}

/** As it stands in the register. */
export function publishedLawfulness({ addedUp, flags }: Lawfulness, said: Said): PublishedLawfulness {
  return {
    procurement: addedUp === null ? null : publishedProcurement(addedUp, said),
    otherMoney: flags === null ? null : flags.map(publishedFlag),
  };
}

function publishedProcurement(addedUp: AddedUp, { note, isRead }: Said): PublishedProcurement {
  return {
    kind: addedUp.kind,
    on: addedUp.on,
    months: addedUp.months,
    nearPercent: addedUp.nearPercent,
    windowBeginsOn: addedUp.windowBeginsOn,
    windowEndsOn: addedUp.windowEndsOn,
    earlierCents: addedUp.earlier,
    counted: addedUp.counted.map(({ number, on, net }) => ({ number, on, netCents: net })),
    totalCents: addedUp.total,
    limits: addedUp.limits.map(({ which, limit, room, state }) => ({
      which,
      limitCents: limit,
      roomCents: room,
      state,
    })),
    state: addedUp.state,
    note: addedUp.state === 'over' ? note : '',
    isRead: addedUp.state === 'near' && isRead,
  };
}

/** Two plans of one resident beside each other would tell who that is; what waits for a decision is not public yet. */
function publishedFlag(flag: AnsweredFlag): PublishedOtherMoney {
  const isPublic = flag.kind === 'named' || (flag.isGiven && flag.party !== 'resident');
  return {
    kind: flag.kind,
    number: isPublic ? flag.number : null,
    title: isPublic ? flag.title : null,
    amountCents: isPublic ? flag.amount : null,
    overlapDays: flag.overlapDays,
    lines: flag.lines.map(({ own, other }) => ({
      own: own.description,
      ownCents: own.amount,
      other: isPublic ? { description: other.description, cents: other.amount } : null,
    })),
    answer: flag.answer,
  };
}
