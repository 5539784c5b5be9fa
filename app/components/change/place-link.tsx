import type { MoneyPlace } from '#app/modules/budgets/change-view.ts';
import { Written } from '../content/written.tsx';
import { useChangeWords } from './use-change-words.ts';

/** A line of the plan with the way to its page, or the name of a source. */
export function PlaceLink({ place }: { place: MoneyPlace }) {
  const { nameOf } = useChangeWords();
  if (place.kind === 'source') return <>{nameOf(place)}</>;
  return (
    <a href={`/fondsen/${place.slug}`}>
      <Written>{place.name}</Written>
    </a>
  );
}
