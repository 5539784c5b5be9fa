import type { SignpostKey } from './signposts.ts';
import type { Fragment, DocumentKind, Facet } from './port.ts';

/** What was found, as the search page shows it: whatever engine answered. */
export type HitView = {
  id: string;
  kind: DocumentKind;
  path: string;
  title: Fragment[];
  text: Fragment[];
  /** Names of buurten, or of the wijken where no buurt is named. */
  areas: string[];
  wholeDistrict: boolean;
  stage: string | null;
  cents: number | null;
  date: string | null;
};

/** A value of a filter as the address holds it, with how many it leaves. Name: of what the database names; else null. */
export type FacetOption = { value: string; name: string | null; count: number; isWijk?: boolean };

export type FoundView = {
  hits: HitView[];
  total: { count: number; isExact: boolean };
  options: Record<Facet, FacetOption[]>;
  next: string | null;
  /** What was typed, when there is a word in it: signs alone ask for nothing, and everything is shown. */
  asked: string;
  /** What was typed when there is no word in it, cut to what fits in a sentence. */
  unsearchable: string;
  /** What was looked for instead of what was typed. */
  corrected: string | null;
  /** What was found only has to do with what was asked. */
  isNear: boolean;
  /** Areas whose name is in what was typed. */
  places: { code: string; name: string }[];
  /** Pages of ours that answer what was typed. */
  signposts: SignpostKey[];
};

/** Names of what filters choose from, for chips where nothing could be looked for as well. */
export type FilterNames = Record<'theme' | 'area' | 'body', Record<string, string>>;
