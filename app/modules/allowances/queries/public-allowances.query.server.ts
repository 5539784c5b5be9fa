import { addDays, calendarDate, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import type { Database } from '#app/platform/database.server.ts';
import { publicFigures, type Figure, type MonthCost } from '../public-figures.ts';
import type { FiguredActivity, PublicAllowances } from '../volunteer-views.ts';

/** The last day of the month before: a month that still runs would show each approval on the day it is given. */
function lastDayCounted(today: CalendarDate): CalendarDate {
  return addDays(calendarDate(`${today.slice(0, 7)}-01`), -1);
}

/** What volunteers got, per wijk, activity and month, with small numbers hidden. The people themselves never leave this file. */
export async function publicAllowances(database: Database, today: CalendarDate): Promise<PublicAllowances> {
  const until = lastDayCounted(today);
  const costs = await monthCosts(database, until, null);
  const activities = await database.activity.findMany({
    where: { id: { in: [...costs.keys()] } },
    orderBy: [{ area: { name: 'asc' } }, { name: 'asc' }, { slug: 'asc' }],
    select: {
      id: true,
      slug: true,
      name: true,
      areaCode: true,
      area: { select: { name: true } },
      body: { select: { slug: true, name: true } },
    },
  });
  const withMonths = activities.map(({ id, area, ...activity }) => ({
    activity: { ...activity, areaName: area?.name ?? null } satisfies FiguredActivity,
    months: costs.get(id) ?? [],
  }));
  return { until, figures: publicFigures(withMonths) };
}

/** What an activity cost in months that are over: the same number as in `publicAllowances`. */
export async function activityFigure(database: Database, activityId: string, today: CalendarDate): Promise<Figure> {
  const months = (await monthCosts(database, lastDayCounted(today), activityId)).get(activityId) ?? [];
  return publicFigures([{ activity: { areaCode: null }, months }]).figure;
}

/** Months of each activity with approved claims, the oldest first. */
async function monthCosts(
  database: Database,
  until: CalendarDate,
  activityId: string | null,
): Promise<Map<string, MonthCost[]>> {
  const rows = await database.$queryRaw<{ activity_id: string; month: string; amount: bigint; people: string[] }[]>`
    select activity_id, to_char(day, 'YYYY-MM') as month, sum(amount_cents) as amount,
        array_agg(distinct person_id::text) as people
      from allowance_claim
      where state = 'approved' and day <= ${until}::date
        and (${activityId}::uuid is null or activity_id = ${activityId}::uuid)
      group by 1, 2 order by 2`;
  const costs = new Map<string, MonthCost[]>();
  for (const { activity_id: id, month, amount, people } of rows) {
    const months = costs.get(id) ?? [];
    months.push({ month, amount: cents(amount), people: new Set(people) });
    costs.set(id, months);
  }
  return costs;
}
