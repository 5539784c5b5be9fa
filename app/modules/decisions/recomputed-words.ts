import { parseCalendarDate } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { cents, formatCents } from '#app/kernel/money.ts';
import { numberText } from '#app/kernel/number-text.ts';
import { limitKinds } from '#app/modules/procurement/limit.ts';
import { inLocale, type ProgrammeLocale } from '#app/modules/programme/locale.ts';
import type { PublishedDecision } from './published.ts';
import type { RecomputedLine } from './recomputed-line.ts';

/** Texts by their full key. */
export type Say = (key: string, facts?: Record<string, string | number>) => string;

type What = RecomputedLine['what'];

const inCents: readonly What[] = [
  'award-share',
  'award-remainder',
  'award-amount',
  'amount',
  'procurement-earlier',
  'procurement-total',
  'procurement-room',
];
const inHundredths: readonly What[] = ['average', 'total'];

/** Where the words of a state stand. */
const states: Partial<Record<What, string>> = {
  minimum: 'decisions:check.minimum',
  'standing-money': 'decisions:check.money',
  'procurement-limit': 'procurement:state',
  'procurement-state': 'procurement:state',
};

/** How a number that was computed anew is called, and what it says, for people; for the page and for the checker. */
export function recomputedWords(publication: PublishedDecision, t: Say, locale: ProgrammeLocale) {
  const titles = new Map<string, string>([
    ...limitKinds.map((which) => [which, t(`procurement:limit.${which}`)] as const),
    ...(publication.criteria?.criteria ?? []).map(
      (one) => [one.slug, inLocale(locale, one.title, one.titleEn)] as const,
    ),
  ]);
  return {
    what: ({ what, criterion }: Pick<RecomputedLine, 'what' | 'criterion'>): string =>
      t(`decisions:check.what.${what}`, { criterion: criterion === null ? '' : (titles.get(criterion) ?? criterion) }),
    value: (what: What, value: RecomputedLine['published']): string => {
      if (value === null) return t('decisions:check.nil');
      if (typeof value === 'boolean') return t(value ? 'decisions:check.true' : 'decisions:check.false');
      if (typeof value === 'number')
        return inCents.includes(what)
          ? formatCents(cents(value), locale)
          : inHundredths.includes(what)
            ? numberText(value / 100, 'short', locale)
            : String(value);
      const state = states[what];
      if (state !== undefined) return t(`${state}.${value}`);
      const day = parseCalendarDate(value);
      return day === null ? value : dateText(day, 'day', locale);
    },
  };
}
