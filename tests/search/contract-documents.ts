import { createHash } from 'node:crypto';
import type { DocumentKind, SearchDocument } from '#app/modules/search/port.ts';

type Told = Partial<SearchDocument> & { title: string };

/** A document with what is told of it; the rest is empty. */
export function documentOf({ kind = 'initiative', ...told }: Told): SearchDocument {
  const key = told.title
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const document = {
    id: `${kind}-${key}`,
    kind,
    path: `/${kind satisfies DocumentKind}/${key}`,
    summary: '',
    text: '',
    themes: [],
    areas: [],
    wholeDistrict: false,
    bodies: [],
    stage: null,
    needs: [],
    offers: [],
    cents: null,
    year: null,
    date: null,
    ...told,
  };
  const stamp = createHash('sha256').update(JSON.stringify(document)).digest('hex');
  return { ...document, stamp };
}

/** A small district in which every kind of question has an answer and something that looks like one. */
export const district: readonly SearchDocument[] = [
  documentOf({
    title: 'Huiswerkbegeleiding in de Tussenmeer',
    summary: 'Scholieren maken twee keer per week samen hun huiswerk.',
    text: 'Vrijwilligers helpen met rekenen en taal. We zoeken een ruimte met tafels.',
    ...{ themes: ['jeugd'], areas: ['FJ', 'FJ02'], bodies: ['kansen-voor-de-jeugd'], stage: 'loopt' },
    ...{ cents: 500_000, year: 2025, date: '2025-03-01' },
  }),
  documentOf({
    title: 'Speeltuin aan het plein',
    summary: 'Bewoners knappen de toestellen op.',
    text: 'Kinderen uit de hele straat spelen er. Ouders houden om de beurt toezicht.',
    ...{ themes: ['groen', 'jeugd'], areas: ['FB', 'FB03'], bodies: ['wonen'], stage: 'plan' },
    ...{ cents: 1_250_000, year: 2024, date: '2024-05-12' },
  }),
  documentOf({
    title: 'Buurtmoestuinen langs de gracht',
    summary: 'Groenten verbouwen met de straat.',
    text: 'Iedereen kan een bak krijgen. Zaden ruilen we elk voorjaar.',
    ...{ themes: ['groen'], areas: ['FP', 'FP01'], bodies: ['wonen'], stage: 'loopt' },
    ...{ cents: 75_000, year: 2025, date: '2025-06-20' },
  }),
  documentOf({
    title: 'Eethuis voor ouderen',
    summary: 'Samen koken en eten op donderdag.',
    text: 'In het buurthuis koken buurvrouwen uit de hele wereld. Wie niet goed loopt wordt opgehaald.',
    ...{ themes: ['ontmoeten'], areas: ['FL', 'FL01'], bodies: ['inclusie'], stage: 'loopt' },
    ...{ cents: 300_000, year: 2025, date: '2025-01-15' },
  }),
  documentOf({
    title: 'Naailes in de huiskamer',
    summary: 'Vrouwen leren met de machine werken.',
    text: 'Daarna eten we samen. De cursus duurt tien weken.',
    ...{ themes: ['ontmoeten', 'werk'], areas: ['FC', 'FC02'], bodies: ['werk'], stage: 'plan' },
    ...{ cents: 20_000, year: 2024, date: '2024-11-30' },
  }),
  documentOf({
    kind: 'decision',
    title: 'Besluit over de Kracht van Nieuw-West',
    summary: 'Het bestuur kent geld toe.',
    text: 'De bijdrage is voor drie jaar.',
    ...{ themes: ['werk'], wholeDistrict: true, bodies: ['alliantiebestuur'], cents: 9_000_000, year: 2025 },
    date: '2025-02-02',
  }),
  documentOf({
    kind: 'organisation',
    title: 'Stichting De Brug',
    summary: 'Fietslessen en taallessen.',
    text: 'Wij verbinden buren. Café elke vrijdag, ook voor wie geen Nederlands spreekt: coördinatie door Zoë.',
    ...{ areas: ['FJ', 'FJ01'] },
  }),
  documentOf({
    kind: 'portfolio',
    title: 'Wij zoeken een keuken',
    summary: 'Voor een kookgroep van twintig mensen.',
    needs: ['ruimte'],
    offers: ['vrijwilligers'],
    areas: ['FL', 'FL02'],
    date: '2025-04-04',
  }),
];

/** Many that all answer the same, so that pages follow each other. */
export function crowd(count: number): SearchDocument[] {
  return Array.from({ length: count }, (_, at) =>
    documentOf({
      title: `Wandelgroep nummer ${String(at)}`,
      summary: 'Elke week een rondje door het park.',
      themes: [`thema-${String(at % 7)}`],
      areas: at % 2 === 0 ? ['FQ', 'FQ01'] : ['FQ', 'FQ02'],
      cents: (at % 10) * 1000,
      year: 2020 + (at % 5),
      date: `2025-01-${String(1 + (at % 28)).padStart(2, '0')}`,
    }),
  );
}
