import { addDays, addMonths, calendarDate, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { addCents, noMoney, type Cents } from '#app/kernel/money.ts';
import { fewestBehindNumber } from './claim.ts';

/** Day of the next month on which a month is published. Coordinators have until then to approve what was done in it. */
const publishedOnDay = 8;

/** Last day of a month. @param month its first day */
export function lastDayOf(month: CalendarDate): CalendarDate {
  return addDays(addMonths(month, 1), -1);
}

/** Day on which a month is published: what was approved before it counts. @param month its first day */
export function publicationDay(month: CalendarDate): CalendarDate {
  return addDays(addMonths(month, 1), publishedOnDay - 1);
}

/** The first month that is not published before this claim was approved and its day was over. @returns first day of the month */
export function firstMonthFor({ day, approvedOn }: { day: CalendarDate; approvedOn: CalendarDate }): CalendarDate {
  const waitsFor = addDays(approvedOn, 1 - publishedOnDay);
  return calendarDate(`${(day > waitsFor ? day : waitsFor).slice(0, 7)}-01`);
}

/** What was approved of an activity and was not published yet. */
export type Pending = {
  activityId: string;
  areaCode: string | null;
  /** Hardly anything will come any more, so it need not wait for others of the same activity. */
  isOver: boolean;
  claims: readonly { id: string; personId: string; amount: Cents }[];
};

/** An amount that is published once and never changes: of an activity, or of what is left of a wijk's other activities. */
export type Cell = {
  activityId: string | null;
  areaCode: string | null;
  amount: Cents;
  people: number;
  claimIds: readonly string[];
};

/**
 * What of everything that was not published yet is published now. A claim is part of one cell at most, each cell is about
 * `fewestBehindNumber` different people or more, and every number that is shown is a sum of cells. So whatever somebody adds
 * or subtracts, of one page or of pages of different months, is again a sum of whole cells: never about fewer people.
 * What has too few people behind it waits for the next month; of an activity that is over it goes together with the others
 * of its wijk.
 */
export function cellsOf(pending: readonly Pending[]): Cell[] {
  const own = pending.filter(({ claims }) => isEnough(claims));
  const left = pending.filter(({ claims, isOver }) => isOver && claims.length > 0 && !isEnough(claims));
  const together = [...Map.groupBy(left, ({ areaCode }) => areaCode)]
    .map(([areaCode, rest]) => ({ activityId: null, areaCode, claims: rest.flatMap(({ claims }) => claims) }))
    .filter(({ claims }) => isEnough(claims));
  return [...own, ...together].map(({ activityId, areaCode, claims }) => ({
    activityId,
    areaCode: activityId === null ? areaCode : null,
    amount: addCents(...claims.map(({ amount }) => amount)),
    people: peopleOf(claims),
    claimIds: claims.map(({ id }) => id),
  }));
}

const peopleOf = (claims: Pending['claims']) => new Set(claims.map(({ personId }) => personId)).size;
const isEnough = (claims: Pending['claims']) => peopleOf(claims) >= fewestBehindNumber;

/** What was published of a month: first day of the month, amount, and how many people are behind it. */
export type MonthFigure = { month: CalendarDate; amount: Cents; people: number };

export type ActivityFigures<Activity> = { activity: Activity; amount: Cents; months: MonthFigure[] };
export type AreaFigures<Activity> = {
  areaCode: string | null;
  amount: Cents;
  activities: ActivityFigures<Activity>[];
  /** Of activities with too few people to stand alone. */
  others: MonthFigure[];
};
export type AllFigures<Activity> = { amount: Cents; areas: AreaFigures<Activity>[] };

/** `activity`: null for what is left of the wijk; `areaCode`: the wijk in any case, null for the whole district. */
type Published<Activity> = MonthFigure & { activity: Activity | null; areaCode: string | null };

/**
 * Adds up what was published: months to an activity, activities to a wijk, wijken to everything. How many people are behind a
 * sum is not said: who compares it with the month before would see whether one more person came.
 * @param cells in the order in which they are shown
 */
export function publishedFigures<Activity extends { slug: string }>(
  cells: readonly Published<Activity>[],
): AllFigures<Activity> {
  const areas = [...Map.groupBy(cells, ({ areaCode }) => areaCode)].map(([areaCode, inArea]) => ({
    areaCode,
    amount: sum(inArea),
    activities: [...Map.groupBy(inArea, ({ activity }) => activity?.slug).values()].flatMap((own) => {
      const activity = own[0]?.activity ?? null;
      return activity === null ? [] : [{ activity, amount: sum(own), months: own.map(figureOf) }];
    }),
    others: inArea.filter(({ activity }) => activity === null).map(figureOf),
  }));
  return { amount: sum(areas), areas };
}

const figureOf = ({ month, amount, people }: MonthFigure): MonthFigure => ({ month, amount, people });
const sum = (parts: readonly { amount: Cents }[]) => addCents(noMoney, ...parts.map(({ amount }) => amount));
