import { calendarDate } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import type { InitiativeContent } from '#app/modules/initiatives/content.ts';
import type { ResourceKind } from '#app/modules/portfolios/portfolio.ts';
import type { MadeUpPlan } from './plan.ts';

/** A plan as a version holds it. */
export function contentOfPlan(plan: MadeUpPlan, organisationId: string | null): InitiativeContent {
  const half = Math.floor(plan.cents / 2);
  return {
    shape: 1,
    title: plan.title,
    summary: plan.summary,
    why: plan.why,
    what: plan.what,
    result: plan.result,
    wholeDistrict: plan.wholeDistrict,
    areas: plan.buurten,
    place: plan.place,
    themes: plan.themes,
    organisationId,
    group: '',
    partners: [],
    otherPartners: '',
    ownership: 'Bewoners nemen de besluiten.',
    budget: [
      { description: 'Huur en materiaal', amount: cents(half) },
      { description: 'Begeleiding', amount: cents(plan.cents - half) },
    ],
    needs: byKind(plan.needs),
    offers: byKind(plan.offers),
    startsOn: calendarDate(plan.date),
    endsOn: null,
    milestones: [],
    otherFunding: [],
    attachments: [],
    declaration: { position: 'none', disclosure: '' },
  };
}

function byKind(lines: MadeUpPlan['needs']): InitiativeContent['needs'] {
  const of = (kind: ResourceKind) =>
    lines
      .filter(([resource]) => resource === kind)
      .map(([, text]) => text)
      .join('\n');
  return { people: of('people'), space: of('space'), knowledge: of('knowledge'), material: of('material') };
}
