import type { MonthFigure } from '../published-figures.ts';
import type { PublicAllowances } from '../volunteer-views.ts';

/** What volunteers got for machines: docs/budget-json.md describes every field. Written out field by field. */
export function allowancesJson({ until, publishedOn, amount, areas }: PublicAllowances) {
  return {
    format: 'wijkbeurs.volunteer-allowances',
    version: 2,
    currency: 'EUR',
    until,
    publishedOn,
    approvedCents: amount,
    wijken: areas.map((area) => ({
      wijk: area.areaCode === null ? null : { code: area.areaCode, name: area.areaName },
      approvedCents: area.amount,
      activities: area.activities.map(({ activity, amount: approvedCents, months }) => ({
        activity: { slug: activity.slug, name: activity.name },
        team: { slug: activity.body.slug, name: activity.body.name },
        approvedCents,
        months: months.map(monthOf),
      })),
      otherActivities: area.others.map(monthOf),
    })),
  };
}

const monthOf = ({ month, amount, people }: MonthFigure) => ({
  month: month.slice(0, 7),
  approvedCents: amount,
  people,
});
