/** Applications for the donutfonds of the demo: real organisations with invented figures, each at an edge of the rules. */
export type DemoDonutApplication = {
  organisation: string;
  /** Demo account that applies. */
  by: string;
  /** Whole euros. */
  value: number;
  costs: number;
  evidence: { kind: 'maex' | 'social-handprint' | 'other'; name?: string };
  publish: boolean;
  story: string;
};

export const demoDonutApplications: DemoDonutApplication[] = [
  {
    organisation: 'vuilnisoproer',
    by: 'organisatie',
    value: 24_500,
    costs: 6_000,
    evidence: { kind: 'maex' },
    publish: true,
    story: 'Voorbeeld: elke week ruimen buren samen hun straat op en praten ze over afval.',
  },
  {
    organisation: 'weggeefwinkel',
    by: 'aanvrager',
    value: 10_000,
    costs: 5_000,
    evidence: { kind: 'social-handprint' },
    publish: true,
    story: 'Voorbeeld: spullen krijgen een tweede leven, en mensen met weinig geld hoeven ze niet te kopen.',
  },
  {
    organisation: 'bloei-en-groei',
    by: 'aanvrager',
    value: 8_750,
    costs: 2_000,
    evidence: { kind: 'maex' },
    publish: false,
    story: 'Voorbeeld: vrouwen uit de buurt tuinieren samen en leren elkaar kennen.',
  },
  {
    organisation: 'geuzennest',
    by: 'aanvrager',
    value: 15_000,
    costs: 0,
    evidence: { kind: 'other', name: 'Eigen telling van uren' },
    publish: true,
    story: 'Voorbeeld: alles draait op vrijwilligers. Kosten zijn er niet opgeschreven.',
  },
  {
    organisation: 'ru-pare',
    by: 'aanvrager',
    value: 31_000,
    costs: 20_000,
    evidence: { kind: 'maex' },
    publish: true,
    story: 'Voorbeeld: een huis voor de buurt, met hulp bij brieven, taalles en koffie.',
  },
];
