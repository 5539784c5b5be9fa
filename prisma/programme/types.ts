/**
 * Shapes of the programme's own data: facts carried over from its public papers, in our words.
 * Every fact names the paper it comes from (`source`), so that anybody can check it.
 */
export type SourceKey = string;

/** A paper of the programme from which facts were taken. */
export type SourcePaper = {
  key: SourceKey;
  /** What the paper is, e.g. "Verslag opgaveteam Wonen en Leefomgeving". */
  title: string;
  /** Calendar date of the paper (`YYYY-MM-DD`), or null where the paper gives none. */
  date: string | null;
};

/** A wijk, or a buurt within one, by its official code. */
export type AreaFact = { code: string; name: string; level: 'wijk' | 'buurt'; parent: string | null };

/** Point inside a buurt: in the units of the map's view box, and in WGS84 degrees. */
export type AreaLabel = { x: number; y: number; lon: number; lat: number };

export type BodyKind = 'programme' | 'alliantiebestuur' | 'opgaveteam' | 'werkgroep' | 'wijkalliantie';

export type BodyFact = {
  slug: string;
  kind: BodyKind;
  name: string;
  shortName: string;
  /** Slug of the body it reports to; null for the alliantiebestuur. */
  parent: string | null;
  /** Name of the chair where the papers publish it (chairs are public by name), else null. */
  chairName: string | null;
  /** Organisation of the chair, by slug; also where the chair's own name is not public. */
  chairOrganisation: string | null;
  /** What it is for and decides on: two to four sentences of Dutch at B1, and the same in English. */
  remit: string;
  remitEn: string;
  /** Codes of the wijken or buurten it works in; empty = the whole district. */
  areas: string[];
  /** Slugs of the themes that fall to it (used to propose a body to a submitter). */
  themes: string[];
  /** Organisations that sit in it according to the papers, by slug. */
  organisations: string[];
  source: SourceKey;
};

export type ThemeFact = {
  slug: string;
  name: string;
  nameEn: string;
  description: string;
  descriptionEn: string;
  source: SourceKey;
};

/** `education` includes research institutes; `network` includes alliances of organisations. */
export type OrganisationKind =
  | 'residents'
  | 'network'
  | 'foundation'
  | 'cooperative'
  | 'housing-corporation'
  | 'government'
  | 'education'
  | 'company';

export type OrganisationFact = {
  slug: string;
  name: string;
  kind: OrganisationKind;
  /** One or two sentences of Dutch at B1: who they are and what they do, as the papers say. */
  summary: string;
  website: string | null;
  /** Date on which it signed the covenant as alliance partner, if the papers say so. */
  alliancePartnerSince: string | null;
  source: SourceKey;
};

/** What the papers say of the state of an initiative. */
export type PaperStage = 'exploring' | 'running' | 'paused' | 'completed';

export type InitiativeFact = {
  slug: string;
  title: string;
  /** Two to four sentences of Dutch at B1. Plain, concrete, no jargon, no private names. */
  summary: string;
  stage: PaperStage;
  /** What the papers say of its state, in one or two B1 sentences. */
  stateNote: string;
  themes: string[];
  /** wijk or buurt codes; empty = the whole district. */
  areas: string[];
  /** Slug of the body it falls under. */
  body: string;
  /** Slug of the organisation that carries it, or null if the papers name none. */
  organisation: string | null;
  partners: string[];
  source: SourceKey;
};

export type ActielijnFact = {
  slug: string;
  title: string;
  goal: string;
  body: string;
  stage: 'preparing' | 'approved' | 'running' | 'paused';
  stateNote: string;
  source: SourceKey;
};

export type CriterionFact = {
  slug: string;
  title: string;
  titleEn: string;
  explanation: string;
  explanationEn: string;
  /** Description per point of the scale, from 0 up; at least three points (0, 1, 2 …). */
  scale: string[];
  scaleEn: string[];
  /** Whole number, its share of the total. */
  weight: number;
  /** Lowest average (in points) with which an initiative can be granted; null = none. */
  minimum: number | null;
};

export type CriteriaSetFact = {
  slug: string;
  body: string;
  title: string;
  intro: string;
  introEn: string;
  criteria: CriterionFact[];
  source: SourceKey;
};

/** A decision as the papers record it. */
export type PaperDecisionFact = {
  slug: string;
  takenOn: string;
  body: string;
  /** Slug of the actielijn that was decided on. */
  actielijn: string;
  criteriaSet: string;
  title: string;
  summary: string;
  /** Motivation per criterion slug, as the paper gives it (own words close to the paper). */
  motivation: Record<string, string>;
  /** The paper's statement on interests. */
  interestStatement: string;
  /** Slugs of organisations that took part; and those that stayed out because of an interest. */
  participants: string[];
  recused: { organisation: string; reason: string }[];
  source: SourceKey;
};

/** A published rule of the loket: who and what is eligible. */
export type EligibilityRuleFact = { slug: string; text: string; textEn: string; source: SourceKey };
