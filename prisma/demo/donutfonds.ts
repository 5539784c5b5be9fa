import type { VisitFinding } from '#app/modules/donutfonds/call.ts';

/** An application for the donutfonds of the demo: an invented organisation with figures at an edge of the rules. */
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
  visit?: { finding: VisitFinding; seen: string; reason: string };
  /** Why it is set aside although it meets the rules. */
  setAside?: string;
  isWithdrawn?: boolean;
};

const metAsTold = {
  finding: 'holds',
  seen: 'Voorbeeld: een volle ochtend met veel buren. De lijst met uren lag klaar.',
  reason: 'Voorbeeld: de uren en aantallen in het document kloppen met wat we zagen.',
} as const;

/** The year before: decided, with a remainder of two cents. */
export const demoDonutOfLastYear: DemoDonutApplication[] = [
  {
    organisation: 'voorbeeld-klas',
    by: 'jeugdwerker',
    value: 18_400,
    costs: 7_300,
    evidence: { kind: 'maex' },
    publish: true,
    story: 'Voorbeeld: na schooltijd helpen buren kinderen met hun huiswerk.',
    visit: metAsTold,
  },
  {
    organisation: 'voorbeeld-buurtkamers',
    by: 'buurtkamer',
    value: 10_000,
    costs: 5_000,
    evidence: { kind: 'social-handprint' },
    publish: false,
    story: 'Voorbeeld: elke dag koffie, hulp bij brieven en iemand die luistert.',
    visit: metAsTold,
  },
  {
    organisation: 'voorbeeld-verbinders',
    by: 'verbinder',
    value: 22_000,
    costs: 12_500,
    evidence: { kind: 'maex' },
    publish: true,
    story: 'Voorbeeld: we brengen mensen met een plan bij mensen die kunnen helpen.',
  },
  {
    organisation: 'voorbeeld-werkplaats',
    by: 'aanvrager',
    value: 12_600,
    costs: 4_200,
    evidence: { kind: 'maex' },
    publish: true,
    story: 'Voorbeeld: samen repareren we fietsen, lampen en jassen die anders weg waren gegooid.',
  },
  {
    organisation: 'voorbeeld-moestuin',
    by: 'aanvrager',
    value: 16_000,
    costs: 4_000,
    evidence: { kind: 'other', name: 'Onderzoek van studenten' },
    publish: true,
    story: 'Voorbeeld: bewoners tuinieren samen en delen wat er groeit.',
    visit: {
      finding: 'not',
      seen: 'Voorbeeld: een mooie tuin. Het onderzoek ging over drie jaar.',
      reason: 'Voorbeeld: de waarde in het document is die van drie jaar samen.',
    },
    setAside:
      'Bij het bezoek bleek dat het onderzoek drie jaar bij elkaar optelt. Over één jaar is de waarde te laag. (Voorbeeld)',
  },
];

/** This year: still open. */
export const demoDonutOfThisYear: DemoDonutApplication[] = [
  {
    organisation: 'voorbeeld-klas',
    by: 'jeugdwerker',
    value: 24_500,
    costs: 6_000,
    evidence: { kind: 'maex' },
    publish: true,
    story: 'Voorbeeld: we helpen nu ook in de vakantie, met een zomerklas in het park.',
    visit: metAsTold,
  },
  {
    organisation: 'voorbeeld-buurtkamers',
    by: 'buurtkamer',
    value: 10_000,
    costs: 5_000,
    evidence: { kind: 'social-handprint' },
    publish: true,
    story: 'Voorbeeld: er is een derde buurtkamer bij, met een spreekuur over schulden.',
    visit: {
      finding: 'partly',
      seen: 'Voorbeeld: twee van de drie buurtkamers waren open.',
      reason: 'Voorbeeld: de derde buurtkamer telt mee voor een heel jaar, maar bestaat een half jaar.',
    },
  },
  {
    organisation: 'voorbeeld-verbinders',
    by: 'verbinder',
    value: 8_750,
    costs: 2_000,
    evidence: { kind: 'maex' },
    publish: false,
    story: 'Voorbeeld: we werken dit jaar met minder mensen en meer avonden.',
  },
  {
    organisation: 'voorbeeld-werkplaats',
    by: 'aanvrager',
    value: 15_000,
    costs: 0,
    evidence: { kind: 'other', name: 'Eigen telling van uren' },
    publish: true,
    story: 'Voorbeeld: alles draait op vrijwilligers. Kosten zijn er niet opgeschreven.',
  },
  {
    organisation: 'voorbeeld-moestuin',
    by: 'aanvrager',
    value: 31_000,
    costs: 20_000,
    evidence: { kind: 'maex' },
    publish: true,
    story: 'Voorbeeld: het bewijs klopt nog niet, daarom trekken we de aanvraag in.',
    isWithdrawn: true,
  },
];

/** Who gave, each as they wish to be shown. */
export const demoDonorsOfLastYear = [
  { kind: 'company', display: 'name', name: 'Bakkerij Voorbeeld', euros: 4_000, showAmount: true },
  { kind: 'resident', display: 'anonymous', name: '', euros: 1_000, showAmount: true },
] as const;

export const demoDonorsOfThisYear = [
  { kind: 'company', display: 'name', name: 'Bakkerij Voorbeeld', euros: 3_500, showAmount: true },
  { kind: 'resident', display: 'anonymous', name: '', euros: 250, showAmount: false },
  {
    kind: 'resident',
    display: 'name',
    name: 'Een familie uit Slotervaart (voorbeeld)',
    euros: 500,
    showAmount: true,
  },
] as const;
