import type { OrganisationFact } from '../programme/types.ts';

type DemoOrganisation = Pick<OrganisationFact, 'slug' | 'name' | 'kind' | 'summary'> & {
  /** Account of who belongs to it. */
  member: string;
};

/** Invented organisations: the money of the demo never stands beside the name of a real one. */
export const demoOrganisations: DemoOrganisation[] = [
  {
    slug: 'voorbeeld-klas',
    name: 'Stichting De Voorbeeldklas',
    kind: 'foundation',
    summary: 'Verzonnen voor de demo. Helpt kinderen na school met leren.',
    member: 'jeugdwerker',
  },
  {
    slug: 'voorbeeld-buurtkamers',
    name: 'Voorbeeld Buurtkamers',
    kind: 'foundation',
    summary: 'Verzonnen voor de demo. Houdt buurtkamers open met bewoners.',
    member: 'buurtkamer',
  },
  {
    slug: 'voorbeeld-verbinders',
    name: 'Coöperatie Wijkverbinders Voorbeeld',
    kind: 'cooperative',
    summary: 'Verzonnen voor de demo. Brengt bewoners en organisaties bij elkaar.',
    member: 'verbinder',
  },
  {
    slug: 'voorbeeld-werkplaats',
    name: 'Reparatiewerkplaats Voorbeeld',
    kind: 'foundation',
    summary: 'Verzonnen voor de demo. Repareert met buren wat stuk is.',
    member: 'aanvrager',
  },
  {
    slug: 'voorbeeld-moestuin',
    name: 'Buurtmoestuin Voorbeeld',
    kind: 'foundation',
    summary: 'Verzonnen voor de demo. Tuiniert met bewoners.',
    // joins here too, in scripts/load-demo-donutfonds.ts
    member: 'aanvrager',
  },
];
