import { useTranslation } from 'react-i18next';
import { changeWords } from '#app/modules/budgets/change-word.ts';
import type { ChangeKind } from '#app/modules/budgets/change.ts';
import { LinkCards } from '../people/link-cards.tsx';

/** What can be proposed, each with what it means. @param line slug of the line that it is about, or empty */
export function KindChoice({ kinds, line }: { kinds: readonly ChangeKind[]; line: string }) {
  const { t } = useTranslation('changes');
  return (
    <LinkCards
      cards={kinds.map((kind) => {
        const address = new URLSearchParams({ soort: changeWords[kind] });
        if (line !== '') address.set('regel', line);
        return {
          href: `/budgetbeheer/nieuw?${address.toString()}`,
          title: t(`kind.${kind}`),
          text: t(`kindMeans.${kind}`),
        };
      })}
    />
  );
}
