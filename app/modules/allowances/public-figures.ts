import { addCents, type Cents } from '#app/kernel/money.ts';
import { fewestBehindNumber } from './claim.ts';

/** What an activity cost in a month, with who got it. */
export type MonthCost = { month: string; amount: Cents; people: ReadonlySet<string> };

/** An amount that can be shown with how many people are behind it, or nothing where that would say what a few people got. */
export type Figure = { amount: Cents; people: number } | null;

export type ActivityFigures<Activity> = {
  activity: Activity;
  figure: Figure;
  months: { month: string; figure: Figure }[];
};
export type AreaFigures<Activity> = {
  areaCode: string | null;
  figure: Figure;
  activities: ActivityFigures<Activity>[];
};
export type AllFigures<Activity> = { figure: Figure; areas: AreaFigures<Activity>[] };

/** A number in the making: `rest` are the people behind what of it is not shown, in itself or in its parts. */
type Weighed = { amount: Cents; people: ReadonlySet<string>; rest: ReadonlySet<string>; isShown: boolean };

/**
 * Which amounts may be public, so that nothing can be read or computed of fewer than `fewestBehindNumber` people.
 *
 * The numbers are one tree: months add up to an activity, activities to a wijk, wijken to everything. What somebody can
 * compute is then only a number less the parts of it that are shown, and of that remainder too there must be nothing, or
 * enough different people behind it. A month is hidden beside one that is too small; a wijk or the whole is left out.
 * Numbers across the tree (a month of all activities, hours beside money) would give other things to subtract: there are none.
 * @param costs months of each activity
 */
export function publicFigures<Activity extends { areaCode: string | null }>(
  costs: readonly { activity: Activity; months: readonly MonthCost[] }[],
): AllFigures<Activity> {
  const activities = costs.map(({ activity, months }) => {
    const weighed = weighMonths(months);
    const own = together(weighed);
    return {
      own,
      shown: {
        activity,
        figure: figureOf(own),
        months: months.map(({ month }, index) => ({ month, figure: figureOf(weighed[index]) })),
      },
    };
  });
  const codes = [...new Set(costs.map(({ activity }) => activity.areaCode))];
  const areas = codes.map((areaCode) => {
    const inArea = activities.filter(({ shown }) => shown.activity.areaCode === areaCode);
    const own = together(inArea.map((one) => one.own));
    return { own, shown: { areaCode, figure: figureOf(own), activities: inArea.map(({ shown }) => shown) } };
  });
  return {
    figure: figureOf(together(areas.map(({ own }) => own))),
    areas: areas.map(({ shown }) => shown),
  };
}

const isEnough = (people: ReadonlySet<string>) => people.size >= fewestBehindNumber;

/** Where too few people are behind what is hidden, the month with the fewest people of those that are shown goes along. */
function weighMonths(months: readonly MonthCost[]): Weighed[] {
  const weigh = ({ amount, people }: MonthCost, isShown: boolean): Weighed => ({
    amount,
    people,
    isShown,
    rest: isShown ? new Set() : people,
  });
  const own = months.map((month) => weigh(month, isEnough(month.people)));
  const hidden = union(own.map(({ rest }) => rest));
  if (hidden.size === 0 || isEnough(hidden)) return own;
  const fewest = own
    .filter(({ isShown }) => isShown)
    .reduce<Weighed | null>((best, one) => (best === null || one.people.size < best.people.size ? one : best), null);
  return own.map((one) => (one === fewest ? { ...one, isShown: false, rest: one.people } : one));
}

function together(parts: readonly Weighed[]): Weighed {
  const people = union(parts.map((part) => part.people));
  const rest = union(parts.map((part) => part.rest));
  const isShown = isEnough(people) && (rest.size === 0 || isEnough(rest));
  return { amount: addCents(...parts.map(({ amount }) => amount)), people, isShown, rest: isShown ? new Set() : rest };
}

function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return new Set(sets.flatMap((one) => [...one]));
}

function figureOf(weighed: Weighed | undefined): Figure {
  return weighed?.isShown === true ? { amount: weighed.amount, people: weighed.people.size } : null;
}
