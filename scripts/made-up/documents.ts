import { createHash } from 'node:crypto';
import { stageGroupNames, stageGroups } from '#app/modules/initiatives/list-filter.ts';
import type { DocumentKind, SearchDocument } from '#app/modules/search/port.ts';
import { wijkOf } from '#app/modules/programme/district.ts';
import { madeUpPlan, organisationName, type MadeUpPlan } from './plan.ts';

export const madeUpSeed = 20_261_122;

/** Of every twenty documents: what the others are beside initiatives. */
const others: readonly DocumentKind[] = ['portfolio', 'organisation', 'decision', 'minutes', 'action'];
const turns = 20;

/**
 * What can be found, made up: of every twenty documents fifteen initiatives and one each of five other kinds. The same for the same
 * seed, however long the batches are.
 * @param count documents in all
 */
export function* madeUpDocuments(count: number, batch = 1000, seed = madeUpSeed): Generator<SearchDocument[]> {
  for (let first = 0; first < count; first += batch)
    yield Array.from({ length: Math.min(batch, count - first) }, (_, at) => madeUpDocument(seed, first + at));
}

function madeUpDocument(seed: number, index: number): SearchDocument {
  const kind = others[(index % turns) - (turns - others.length)] ?? 'initiative';
  const document = documentOf(kind, madeUpPlan(seed, index));
  return { ...document, stamp: createHash('sha256').update(JSON.stringify(document)).digest('hex') };
}

function documentOf(kind: DocumentKind, plan: MadeUpPlan): Omit<SearchDocument, 'stamp'> {
  const key = `plan-${String(plan.index)}`;
  const group = stageGroupNames.find((name) => (stageGroups[name] as readonly string[]).includes(plan.stage));
  const whole = [plan.why, plan.what, plan.result, plan.place].filter((text) => text !== '').join('\n');
  const shared = {
    id: `${kind}-${key}`,
    kind,
    path: `/${kind === 'initiative' ? 'initiatieven' : kind}/${key}`,
    title: plan.title,
    summary: plan.summary,
    text: whole,
    themes: plan.themes,
    areas: [...new Set(plan.buurten.flatMap((code) => [code, wijkOf(code)]))].sort(),
    wholeDistrict: plan.wholeDistrict,
    bodies: [plan.body],
    stage: null,
    needs: [],
    offers: [],
    cents: null,
    year: Number(plan.date.slice(0, 4)),
    date: plan.date,
  };
  if (kind === 'initiative') return { ...shared, stage: group ?? null, cents: plan.cents };
  if (kind === 'organisation') return { ...shared, title: organisationName(plan.organisation), bodies: [], year: null };
  if (kind === 'decision')
    return { ...shared, title: `Bijdrage voor ${plan.title}`, text: plan.result, cents: plan.cents };
  if (kind === 'minutes') return { ...shared, title: `Verslag ${plan.date}: ${plan.title}` };
  if (kind === 'action') return { ...shared, summary: '', text: plan.result };
  const kindsOf = (lines: MadeUpPlan['needs']) => [...new Set(lines.map(([resource]) => resource))];
  const lines = [...plan.needs, ...plan.offers].map(([, text]) => text);
  return { ...shared, text: lines.join('\n'), needs: kindsOf(plan.needs), offers: kindsOf(plan.offers), bodies: [] };
}
