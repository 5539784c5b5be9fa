import type { Figure } from '../public-figures.ts';
import type { PublicAllowances } from '../volunteer-views.ts';

/** What volunteers got for machines: docs/budget-json.md describes every field. Written out field by field. */
export function allowancesJson({ until, figures }: PublicAllowances) {
  return {
    format: 'wijkbeurs.volunteer-allowances',
    version: 1,
    currency: 'EUR',
    until,
    ...figure(figures.figure),
    wijken: figures.areas.map((area) => ({
      wijk:
        area.areaCode === null ? null : { code: area.areaCode, name: area.activities[0]?.activity.areaName ?? null },
      ...figure(area.figure),
      activities: area.activities.map(({ activity, figure: own, months }) => ({
        activity: { slug: activity.slug, name: activity.name },
        team: { slug: activity.body.slug, name: activity.body.name },
        ...figure(own),
        months: months.map(({ month, figure: ofMonth }) => ({ month, ...figure(ofMonth) })),
      })),
    })),
  };
}

function figure(shown: Figure) {
  return { approvedCents: shown?.amount ?? null, people: shown?.people ?? null };
}
