import type { Direction, ResourceKind } from '#app/modules/portfolios/portfolio.ts';

/** What matching knows of a portfolio: only what everybody may read on its page, as words and codes. */
export type Profile = {
  id: string;
  lines: readonly ProfileLine[];
  /** Stems and groups of words (see `concepts.ts`) of its name and what it tells of itself, each once. */
  about: readonly string[];
  areas: readonly string[];
  themes: readonly string[];
  stage: string | null;
  /** Whether anybody answers for it. */
  kept: boolean;
  /** Organisations that are or carry it: two that share one know each other already. */
  kin: readonly string[];
  /** Portfolios that its keepers do not want to see again. */
  dismissed: readonly string[];
  /** In how many lists it was at the last full recompute. */
  listed: number;
};

export type ProfileLine = {
  id: string;
  direction: Direction;
  resource: ResourceKind;
  words: readonly string[];
};

/** Middle of an area, in metres from a corner of the district. */
export type AreaMiddle = { code: string; east: number; south: number };
