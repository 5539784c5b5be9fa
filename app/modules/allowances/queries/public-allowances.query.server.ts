import { addMonths, dayInAmsterdam, fromDateColumn } from '#app/kernel/calendar-date.ts';
import { addCents, cents } from '#app/kernel/money.ts';
import type { Database } from '#app/platform/database.server.ts';
import { lastDayOf, publicationDay, publishedFigures } from '../published-figures.ts';
import type { PublicAllowances, PublishedSum } from '../volunteer-views.ts';

/** What was published of what volunteers got, per wijk, activity and month. It holds nobody, and no number of fewer than five. */
export async function publicAllowances(database: Database): Promise<PublicAllowances> {
  const last = await database.publishedMonth.findFirst({ orderBy: { month: 'desc' } });
  const rows = await database.publishedFigure.findMany({
    orderBy: [
      { activity: { area: { name: 'asc' } } },
      { activity: { name: 'asc' } },
      { activityId: 'asc' },
      { month: 'asc' },
    ],
    select: {
      month: true,
      amountCents: true,
      people: true,
      areaCode: true,
      area: { select: { name: true } },
      activity: {
        select: {
          slug: true,
          name: true,
          areaCode: true,
          area: { select: { name: true } },
          body: { select: { slug: true, name: true } },
        },
      },
    },
  });
  const cells = rows.map(({ month, amountCents, people, activity, areaCode }) => {
    const figure = { month: fromDateColumn(month), amount: cents(amountCents), people };
    if (activity === null) return { ...figure, activity, areaCode };
    const { slug, name, body } = activity;
    return { ...figure, activity: { slug, name, body }, areaCode: activity.areaCode };
  });
  const areaNames = new Map(
    rows.flatMap(({ areaCode, area, activity }) => {
      const code = activity?.areaCode ?? areaCode;
      const name = activity?.area?.name ?? area?.name;
      return code === null || name === undefined ? [] : [[code, name] as const];
    }),
  );
  const month = last === null ? null : fromDateColumn(last.month);
  const { amount, areas } = publishedFigures(cells);
  return {
    until: month === null ? null : lastDayOf(month),
    publishedOn: last === null ? null : dayInAmsterdam(last.publishedAt),
    nextOn: month === null ? null : publicationDay(addMonths(month, 1)),
    amount,
    areas: areas.map((area) => ({
      ...area,
      areaName: area.areaCode === null ? null : (areaNames.get(area.areaCode) ?? area.areaCode),
    })),
  };
}

/** What was published of an activity: the same number as in `publicAllowances`. @returns null when nothing was */
export async function activityFigure(database: Database, activityId: string): Promise<PublishedSum | null> {
  const rows = await database.publishedFigure.findMany({
    where: { activityId },
    orderBy: { month: 'desc' },
    select: { month: true, amountCents: true },
  });
  const [last] = rows;
  if (last === undefined) return null;
  return {
    amount: addCents(...rows.map(({ amountCents }) => cents(amountCents))),
    until: lastDayOf(fromDateColumn(last.month)),
  };
}
