/**
 * What was granted in the years before, so that budgets, wijken and organisations have something to show. Invented, like
 * every amount of the demo. The titles end in "(voorbeeld)".
 */
export type DemoGrant = {
  title: string;
  /** Account of the submitter; for the organisation that they belong to, if any. */
  by: string;
  body: string;
  /** Slug of the line without its year. */
  line: string;
  yearsAgo: 0 | 1 | 2 | 3;
  areas: string[];
  theme: string;
  /** Two cost lines, in whole euros; together what is granted. */
  costs: readonly [readonly [string, number], readonly [string, number]];
  /** Whole euros. */
  paid: number;
  released: number;
};

const eid = 'eigenaarschap-inclusie-democratie';
const jeugd = 'kansen-voor-de-jeugd';

export const demoGrants: DemoGrant[] = [
  {
    title: 'Huiswerkklassen op vijf scholen',
    by: 'jeugdwerker',
    body: jeugd,
    line: 'kansen-voor-de-jeugd-talent-en-huiswerk',
    yearsAgo: 3,
    areas: ['FB08', 'FC02', 'FJ01', 'FK01', 'FM01'],
    theme: 'kansen-voor-de-jeugd-tot-13',
    costs: [
      ['Begeleiders, vier middagen per week', 310_000],
      ['Ruimte en boeken', 115_000],
    ],
    paid: 412_500,
    released: 12_500,
  },
  {
    title: 'Huiswerkklassen, tweede jaar',
    by: 'jeugdwerker',
    body: jeugd,
    line: 'kansen-voor-de-jeugd-talent-en-huiswerk',
    yearsAgo: 2,
    areas: ['FB08', 'FC02', 'FJ01', 'FK01', 'FM01', 'FN01', 'FQ01'],
    theme: 'kansen-voor-de-jeugd-tot-13',
    costs: [
      ['Begeleiders, vier middagen per week', 448_000],
      ['Ruimte en boeken', 142_000],
    ],
    paid: 590_000,
    released: 0,
  },
  {
    title: 'Huiswerkklassen, derde jaar',
    by: 'jeugdwerker',
    body: jeugd,
    line: 'kansen-voor-de-jeugd-talent-en-huiswerk',
    yearsAgo: 1,
    areas: ['FB08', 'FC02', 'FD01', 'FJ01', 'FK01', 'FM01', 'FN01', 'FQ01'],
    theme: 'kansen-voor-de-jeugd-tot-13',
    costs: [
      ['Begeleiders, vijf middagen per week', 521_000],
      ['Ruimte en boeken', 164_250],
    ],
    paid: 540_000,
    released: 0,
  },
  {
    title: 'Sportpleinen in de avond',
    by: 'jeugdwerker',
    body: jeugd,
    line: 'kansen-voor-de-jeugd-jongerenwerk',
    yearsAgo: 1,
    areas: ['FE01', 'FL01', 'FH01', 'FP01'],
    theme: 'kansen-voor-de-jeugd-tot-13',
    costs: [
      ['Sportleiders', 180_500],
      ['Materiaal en verlichting', 64_000],
    ],
    paid: 150_000,
    released: 4_500,
  },
  {
    title: 'Wijkverbinders, eerste jaar',
    by: 'verbinder',
    body: eid,
    line: 'inzet-wijkverbinders',
    yearsAgo: 3,
    areas: ['FC02', 'FE01', 'FK01'],
    theme: 'eigenaarschap',
    costs: [
      ['Vier wijkverbinders', 205_000],
      ['Bijeenkomsten', 31_000],
    ],
    paid: 236_000,
    released: 0,
  },
  {
    title: 'Wijkverbinders, tweede jaar',
    by: 'verbinder',
    body: eid,
    line: 'inzet-wijkverbinders',
    yearsAgo: 2,
    areas: ['FC02', 'FE01', 'FK01', 'FG01', 'FF01'],
    theme: 'eigenaarschap',
    costs: [
      ['Zes wijkverbinders', 322_000],
      ['Bijeenkomsten', 48_000],
    ],
    paid: 361_250,
    released: 8_750,
  },
  {
    title: 'Wijkverbinders, derde jaar',
    by: 'verbinder',
    body: eid,
    line: 'inzet-wijkverbinders',
    yearsAgo: 1,
    areas: ['FC02', 'FE01', 'FK01', 'FG01', 'FF01', 'FA01'],
    theme: 'eigenaarschap',
    costs: [
      ['Zeven wijkverbinders', 371_000],
      ['Bijeenkomsten', 52_500],
    ],
    paid: 280_000,
    released: 0,
  },
  {
    title: 'Buurtkamers elke dag open',
    by: 'buurtkamer',
    body: eid,
    line: 'wijkallianties',
    yearsAgo: 2,
    areas: ['FJ01', 'FK01'],
    theme: 'eigenaarschap',
    costs: [
      ['Huur en energie van drie kamers', 168_000],
      ['Coördinatie', 92_400],
    ],
    paid: 260_400,
    released: 0,
  },
  {
    title: 'Buurtkamers ook in het weekend',
    by: 'buurtkamer',
    body: eid,
    line: 'wijkallianties',
    yearsAgo: 1,
    areas: ['FJ01', 'FK01', 'FN01'],
    theme: 'eigenaarschap',
    costs: [
      ['Huur en energie van vier kamers', 231_600],
      ['Coördinatie', 118_000],
    ],
    paid: 300_000,
    released: 0,
  },
  {
    title: 'Straatfeest en geveltuinen',
    by: 'buurvrouw',
    body: eid,
    line: 'dichtersbuurt',
    yearsAgo: 1,
    areas: ['FE01'],
    theme: 'eigenaarschap',
    costs: [
      ['Planten en aarde', 3_400],
      ['Tafels, eten en muziek', 2_150],
    ],
    paid: 5_100,
    released: 450,
  },
];
