import type { Phase, ResourceKind } from '#app/modules/portfolios/portfolio.ts';

type Line = readonly [ResourceKind, string];

/** A portfolio of the labelled set, and with which others a person who knows the district would introduce it. */
export type LabelledPortfolio = {
  key: string;
  name: string;
  about: string;
  phase: Phase;
  areas: readonly string[];
  themes: readonly string[];
  needs: readonly Line[];
  offers: readonly Line[];
  /** Keys of those that truly fit: one has what the other looks for, and could bring it. Named on one side is enough. */
  fits: readonly string[];
};
