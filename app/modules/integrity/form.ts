import { z } from 'zod';
import { readAmount } from '#app/kernel/amount-text.ts';
import { parseCalendarDate, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { cents, type Cents } from '#app/kernel/money.ts';
import { isPrivateKind, longest, standingKinds, type StandingKind } from './standing.ts';

/** Input of the forms about interests. Messages are keys of the texts. */

const mistake = (key: string) => `interests:mistake.${key}`;

const words = (most: number) => z.string().trim().max(most).default('');

/** A day as a date field gives it; null: nothing was typed, and undefined what is no day. */
function dayOf(typed: string): CalendarDate | null | undefined {
  if (typed === '') return null;
  const day = parseCalendarDate(typed);
  return day !== null && /^(19|20)/.test(day) ? day : undefined;
}

const mostGift = 1_000_000_00;

/** What is declared of a standing interest. */
export type StandingInput = {
  formKey: string;
  kind: StandingKind;
  organisationId: string | null;
  organisationName: string;
  isPaid: boolean;
  gift: string;
  value: Cents | null;
  isKept: boolean;
  note: string;
  beginsOn: CalendarDate;
  endsOn: CalendarDate | null;
};

const posted = z.object({
  formKey: z.uuid(mistake('form')),
  kind: z.enum(standingKinds, mistake('kind')),
  organisationId: words(50),
  organisationName: words(longest.organisation),
  isPaid: z.enum(['yes', 'no']).optional(),
  gift: words(longest.gift),
  value: words(30),
  kept: z.enum(['kept', 'returned']).optional(),
  note: words(longest.note),
  beginsOn: words(20),
  endsOn: words(20),
});

/** A complete interest, or every mistake at once, each beside its field. @param today a gift of later was not received yet */
export function standingForm(today: CalendarDate) {
  return posted.transform((value, context): StandingInput => {
    const { kind, formKey, note } = value;
    const [beginsOn, endsOn] = [dayOf(value.beginsOn), dayOf(value.endsOn)];
    const isGift = kind === 'gift';
    const read = isGift ? readAmount(value.value, mostGift) : null;
    const problem = (path: string, message: string) => {
      context.addIssue({ code: 'custom', path: [path], message });
    };
    if (value.organisationId === '' && value.organisationName.length < 2 && !isPrivateKind(kind))
      problem('organisationName', mistake('organisation'));
    if (value.organisationId !== '' && value.organisationName !== '')
      problem('organisationName', mistake('organisationTwice'));
    if ((kind === 'position' || kind === 'board') && value.isPaid === undefined) problem('isPaid', mistake('paid'));
    if (isGift && value.gift.length < 2) problem('gift', mistake('gift'));
    if (isGift && typeof read === 'string') problem('value', mistake('value'));
    if (isGift && value.kept === undefined) problem('kept', mistake('kept'));
    if (isPrivateKind(kind) && note === '') problem('note', mistake('note'));
    if (beginsOn === undefined) problem('beginsOn', 'forms:date');
    else if (beginsOn === null) problem('beginsOn', mistake('beginsOn'));
    else if (isGift && beginsOn > today) problem('beginsOn', mistake('later'));
    if (endsOn === undefined) problem('endsOn', 'forms:date');
    else if (beginsOn && endsOn !== null && endsOn < beginsOn) problem('endsOn', mistake('order'));
    return {
      ...{ formKey, kind, note },
      organisationId: value.organisationId === '' ? null : value.organisationId,
      organisationName: value.organisationName,
      isPaid: (kind === 'position' || kind === 'board') && value.isPaid === 'yes',
      gift: isGift ? value.gift : '',
      value: typeof read === 'number' ? cents(read) : null,
      isKept: isGift && value.kept === 'kept',
      beginsOn: beginsOn ?? today,
      endsOn: isGift ? null : (endsOn ?? null),
    };
  });
}
