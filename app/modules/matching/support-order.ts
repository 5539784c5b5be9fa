import type { SupportDirection } from '#app/modules/portfolios/exercise.ts';
import type { SuggestionView } from './views.ts';

/**
 * Suggestions as the portfolio exercise proposes them: for each question first who has what is asked, or asks what there is, then the
 * others, each in the order in which they were suggested.
 * @returns ids
 */
export function inSupportOrder(
  suggestions: readonly Pick<SuggestionView, 'id' | 'reasons'>[],
): Record<SupportDirection, string[]> {
  const order = (wanted: 'they-offer' | 'we-offer') => {
    const fits = ({ reasons }: Pick<SuggestionView, 'reasons'>) => reasons.some(({ kind }) => kind === wanted);
    return [...suggestions.filter(fits), ...suggestions.filter((one) => !fits(one))].map(({ id }) => id);
  };
  return { 'supports-us': order('they-offer'), 'we-support': order('we-offer') };
}
