import type { PortfolioKind, ResourceKind } from '#app/modules/portfolios/portfolio.ts';
import type { PortfolioName } from '#app/modules/portfolios/views.ts';

/** What somebody wrote on a line of a portfolio. */
export type WrittenLine = { resource: ResourceKind; text: string };

/** Why somebody is suggested, as the page says it. It holds what everybody may read, and no points. */
export type SaidReason =
  /** `offer` null: it stands in what they tell of themselves. */
  | { kind: 'they-offer' | 'we-offer'; need: WrittenLine; offer: WrittenLine | null }
  | { kind: 'theme'; names: readonly string[] }
  /** Between the middles of their areas, in metres. */
  | { kind: 'near'; metres: number }
  | { kind: 'words' };

export type SuggestionView = PortfolioName & {
  /** Draws the stamp. */
  id: string;
  portfolioKind: PortfolioKind;
  about: string;
  area: string | null;
  wholeDistrict: boolean;
  /** Here so that everybody is seen by somebody, rather than because it fits so well. */
  isFair: boolean;
  /** Somebody answers for it. */
  isKept: boolean;
  /** We said that we want to meet; they hear so. */
  weWant: boolean;
  theyWant: boolean;
  reasons: readonly SaidReason[];
};

export type SuggestionsView = {
  suggestions: readonly SuggestionView[];
  dismissed: readonly PortfolioName[];
  /** Something changed that the list does not show yet. */
  isBusy: boolean;
  /** It says what it needs or offers; without, nothing can be found for it. */
  hasLines: boolean;
};
