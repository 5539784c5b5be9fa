import { useTranslation } from 'react-i18next';
import type { ChangeFacts, MoneyPlace } from '#app/modules/budgets/change-view.ts';
import { Written } from '../content/written.tsx';
import { useChangeWords } from './use-change-words.ts';

/** Where money goes, as a sentence: "Van Coalitiemiddelen naar Jeugd 2026". Nothing where there is neither end. */
export function WayText({ facts: { from, to } }: { facts: Pick<ChangeFacts, 'from' | 'to'> }) {
  const { t } = useTranslation('changes');
  const { nameOf } = useChangeWords();
  // marks that no text holds, to put the names in their own language in their places
  const marks = { from: '«', to: '»' };
  const sentence =
    from !== null && to !== null
      ? t('way.fromTo', marks)
      : to !== null
        ? t('way.to', marks)
        : from === null
          ? ''
          : t('way.from', marks);
  const name = (place: MoneyPlace | null) =>
    place === null ? null : place.kind === 'line' ? <Written>{place.name}</Written> : nameOf(place);
  return (
    <>
      {sentence.split(/([«»])/).map((part, index) => (
        <span key={index}>{part === marks.from ? name(from) : part === marks.to ? name(to) : part}</span>
      ))}
    </>
  );
}
