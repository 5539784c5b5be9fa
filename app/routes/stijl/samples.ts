import type { InitiativeCardProps } from '#app/components/initiative/initiative-card.tsx';
import type { TimelineStep } from '#app/components/content/timeline.tsx';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { type Cents, cents } from '#app/kernel/money.ts';

/** What the style page shows: facts from the programme's papers, amounts and dates made up. */
export const initiatives: InitiativeCardProps[] = [
  {
    id: 'vuilnisoproer-nieuw-west',
    href: '/initiatieven/vuilnisoproer',
    title: 'Vuilnisoproer Nieuw-West',
    summary:
      'Honderd bewoners die hun buurt kennen, pakken samen het zwerfafval aan. Ze zijn de ogen, oren en neus van de buurt.',
    stage: 'running',
    theme: 'Schoon en groen',
    area: 'Heel Nieuw-West',
    organisation: 'Vuilnisoproer',
  },
  {
    id: 'studiezalen',
    href: '/initiatieven/studiezalen',
    title: 'Studiezalen',
    summary: 'Een rustige plek om huiswerk te maken, met mensen die je helpen. Thuis is daar vaak geen ruimte voor.',
    stage: 'deciding',
    theme: 'Kansen voor de jeugd',
    area: 'Slotermeer-Zuidoost',
    organisation: 'Stichting Studiezalen',
  },
  {
    id: 'blije-doos',
    href: '/initiatieven/blije-doos',
    title: 'Blije doos voor nieuwe buren',
    summary: 'Wie nieuw in de buurt komt wonen, krijgt een doos met alles wat er te doen is, en van wie.',
    stage: 'exploring',
    theme: 'Elkaar kennen',
    area: 'Confuciusbuurt',
    organisation: null,
  },
  {
    id: 'donutfonds',
    href: '/initiatieven/donutfonds',
    title: 'Donutfonds',
    summary: 'Elk jaar een beloning voor kleine organisaties die al goed bezig zijn voor hun buurt.',
    stage: 'question',
    theme: 'Lokale economie',
    area: 'Osdorp-Midden',
    organisation: 'Donut Coalitie',
  },
  {
    id: 'wijkalliantie-dichtersbuurt',
    href: '/opgaveteams/wijkalliantie-dichtersbuurt',
    title: 'Wijkalliantie Dichtersbuurt en Lodewijk van Deyssel',
    summary: 'Bewoners, winkeliers en professionals besluiten samen over het geld en de plannen van hun buurt.',
    stage: 'granted',
    theme: 'Democratie',
    area: 'Slotermeer-West',
    organisation: 'Buurtplatform Nieuw-West',
  },
  {
    id: 'westerlicht',
    href: '/initiatieven/buurt-10-geuzenveld-duurzaam',
    title: 'Zon op het dak van de buurt',
    summary: 'Samen stroom maken op de daken van de flats. De opbrengst gaat terug naar de bewoners.',
    stage: 'submitted',
    theme: 'Energie',
    area: 'Geuzenveld',
    organisation: 'Energie Coöperatie Westerlicht',
  },
];

export const timeline: TimelineStep[] = [
  { key: 'submitted', title: 'Plan ingediend', state: 'done', date: calendarDate('2024-02-05') },
  { key: 'accepted', title: 'Het loket neemt het plan aan', state: 'done', date: calendarDate('2024-02-14') },
  {
    key: 'scoring',
    title: 'Vijf leden van het opgaveteam beoordelen het plan',
    state: 'now',
    due: calendarDate('2024-03-18'),
    late: true,
    children: 'Opgaveteam Kansen voor de Jeugd. Nog twee van de vijf hebben geen punten gegeven.',
  },
  { key: 'deciding', title: 'Het opgaveteam besluit', state: 'next', due: calendarDate('2024-04-15') },
  { key: 'money', title: 'Je krijgt het geld, of je hoort waarom niet', state: 'next' },
];

export type BudgetRow = { name: string; budget: Cents; committed: Cents; paid: Cents; left: Cents };

export const budgets: BudgetRow[] = [
  {
    name: 'Eigenaarschap, Inclusie en Democratie',
    budget: cents(128_000_000),
    committed: cents(41_250_000),
    paid: cents(38_799_950),
    left: cents(47_950_050),
  },
  {
    name: 'Kansen voor de Jeugd',
    budget: cents(96_500_000),
    committed: cents(22_010_000),
    paid: cents(61_104_575),
    left: cents(13_385_425),
  },
  {
    name: 'Wonen en Leefomgeving',
    budget: cents(75_000_000),
    committed: cents(9_500_000),
    paid: cents(12_000_000),
    left: cents(53_500_000),
  },
];

export const scores = [
  { key: 'support', label: 'Draagvlak in de buurt', scores: [3, 4, 4, 4, 3], average: 3.6 },
  { key: 'equality', label: 'Maakt de kansen gelijker', scores: [1, 4, 2, 4, 4], average: 3 },
  { key: 'feasible', label: 'Is haalbaar en betaalbaar', scores: [1, 2, 1, 2, 1], average: 1.4 },
];
