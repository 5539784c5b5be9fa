import { addMonths, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { addCents, noMoney, subtractCents, type Cents } from '#app/kernel/money.ts';
import type { LimitKind, LimitState } from './limit.ts';

/** An assignment to one party for one kind of work: on the day it was given, less what was released since. */
export type Given = { on: CalendarDate; net: Cents };

export type Window = { beginsOn: CalendarDate; endsOn: CalendarDate; total: Cents };

/**
 * The window with the most in it, of all windows that contain a day. Successive assignments of one kind to one party count
 * together over twelve months, before or after (Richtlijn 2014/24/EU, article 5, paragraph 11; Aanbestedingswet 2012,
 * article 2.21). A window runs from a day through the same day `months` later, both included: two assignments exactly
 * twelve months apart count together, with a day more between them they do not. Only windows that begin on an assignment,
 * or on the day itself, are tried: every other one can begin later and holds the same. Among windows with as much, the
 * earliest.
 * @param months whole months, 1 or more
 */
export function fullestWindow(given: readonly Given[], day: CalendarDate, months: number): Window {
  const begins = [day, ...given.map(({ on }) => on).filter((on) => on <= day && addMonths(on, months) >= day)];
  const windows = begins.map((beginsOn): Window => {
    const endsOn = addMonths(beginsOn, months);
    const within = given.filter(({ on }) => on >= beginsOn && on <= endsOn);
    return { beginsOn, endsOn, total: addCents(...within.map(({ net }) => net)) };
  });
  return windows.reduce((fullest, one) =>
    one.total > fullest.total || (one.total === fullest.total && one.beginsOn < fullest.beginsOn) ? one : fullest,
  );
}

export type LimitJudged = {
  which: LimitKind;
  /** Null: nobody filled it in. */
  limit: Cents | null;
  /** What can be given before the limit is reached; negative when it was passed. Null without a limit. */
  room: Cents | null;
  state: LimitState;
};

/**
 * Where a total stands to a limit. A limit is reached from the amount itself on: the law says "equal to or greater than"
 * (Richtlijn 2014/24/EU, article 4).
 * @param nearPercent whole percent of the limit from which it is near
 */
export function judgeLimit(total: Cents, which: LimitKind, limit: Cents | null, nearPercent: number): LimitJudged {
  if (limit === null) return { which, limit, room: null, state: 'unknown' };
  const state = total >= limit ? 'over' : total * 100 >= limit * nearPercent ? 'near' : 'fine';
  return { which, limit, room: subtractCents(limit, total), state };
}

/** The worst of them; a limit that nobody filled in is worse than one with room, and better than one that is near. */
export function worstState(states: readonly LimitState[]): LimitState {
  const order: readonly LimitState[] = ['over', 'near', 'unknown', 'fine'];
  return order.find((state) => states.includes(state)) ?? 'fine';
}

/** What a sum of amounts is when there are none. */
export function sumOf(amounts: readonly Cents[]): Cents {
  return amounts.length === 0 ? noMoney : addCents(...amounts);
}
