import type { SourcePaper } from './types.ts';

const eid = 'Verslag opgaveteam Eigenaarschap, Inclusie en Democratie';

/** The papers from which the facts in this folder were taken. */
export const sources: SourcePaper[] = [
  {
    key: 'ot-eid-2023-05-01',
    title: 'Verslag opgaveteam 1 (later Eigenaarschap, Inclusie en Democratie)',
    date: '2023-05-01',
  },
  { key: 'ot-eid-2023-05-30', title: eid, date: '2023-05-30' },
  { key: 'ot-eid-2023-06-13', title: eid, date: '2023-06-13' },
  { key: 'ot-eid-2023-07-24', title: eid, date: '2023-07-24' },
  { key: 'ot-eid-2023-09-11', title: eid, date: '2023-09-11' },
  { key: 'ot-eid-2023-09-18', title: eid, date: '2023-09-18' },
  { key: 'ot-eid-2023-09-25', title: `${eid} (concept)`, date: '2023-09-25' },
  { key: 'ot-eid-2023-10-09', title: `${eid} (concept)`, date: '2023-10-09' },
  { key: 'ot-eid-2023-10-30', title: eid, date: '2023-10-30' },
  { key: 'ot-eid-2023-11-13', title: eid, date: '2023-11-13' },
  { key: 'ot-eid-2023-11-27', title: eid, date: '2023-11-27' },
  { key: 'ot-eid-2023-12-11', title: eid, date: '2023-12-11' },
  { key: 'ot-eid-2024-01-09', title: eid, date: '2024-01-09' },
  { key: 'ot-eid-2024-01-23', title: eid, date: '2024-01-23' },
  { key: 'ot-eid-2024-02-06', title: eid, date: '2024-02-06' },
  { key: 'ot-eid-2024-03-05', title: eid, date: '2024-03-05' },
  { key: 'praatpapier-expedities-2023-06-12', title: 'Praatpapier Expedities Samen Nieuw-West', date: '2023-06-12' },
  {
    key: 'mail-diner-2023-12-20',
    title: 'E-mail met het idee voor een diner met Kracht van Nieuw-West',
    date: '2023-12-20',
  },
  {
    key: 'mail-ondersteuning-kvnw-2023-11-29',
    title: 'E-mail over ondersteuning van Kracht van Nieuw-West',
    date: '2023-11-29',
  },
  {
    key: 'kvnw-voorstel-2022-10-12',
    title: 'Bewonersbetrokkenheid en Masterplan, voorstel van Kracht van Nieuw-West',
    date: '2022-10-12',
  },
  {
    key: 'kvnw-gesprek-2022-11-02',
    title: 'Verslag bespreking van het voorstel van Kracht van Nieuw-West',
    date: '2022-11-02',
  },
  { key: 'kvnw-verbredingsopgave', title: 'Projectplan verbredingsopgave, Kracht van Nieuw-West', date: null },
  { key: 'kvnw-projectplan-2023-06-02', title: 'Projectplan Kracht van Nieuw-West', date: '2023-06-02' },
  { key: 'kvnw-ondersteuningstaken', title: 'Interne ondersteuningstaken Kracht van Nieuw-West', date: null },
  {
    key: 'ot-wonen-2024-03-18',
    title: 'Actielijst en verslag opgaveteam Wonen en Leefomgeving, met toelichting op besluiten',
    date: '2024-03-18',
  },
  { key: 'ab-2024-02-29', title: 'Notulen alliantiebestuur', date: '2024-02-29' },
  { key: 'ab-2025-06-30', title: 'Notulen alliantiebestuur', date: '2025-06-30' },
];
