import { useTranslation } from 'react-i18next';
import { chosenAbove } from '#app/modules/voting/category.ts';
import type { ProjectCard, VoteFacts } from '#app/modules/voting/views.ts';
import { useFormats } from '../content/use-formats.ts';
import { Quoting } from '../content/written.tsx';

type ChosenAboveProps = {
  vote: Pick<VoteFacts, 'ballot' | 'categories'>;
  projects: readonly ProjectCard[];
  choices: readonly number[];
  /** In the bar below a ballot, where there is little room. */
  isShort?: boolean;
};

/**
 * That not all that was chosen can win, because of its category. Only where a ballot fills the budget: elsewhere people choose all they like,
 * and nobody expects all of that.
 */
export function ChosenAbove({ vote, projects, choices, isShort = false }: ChosenAboveProps) {
  const { t } = useTranslation('voteCategories');
  const { money } = useFormats();
  if (vote.ballot !== 'fill-budget') return null;
  return chosenAbove(vote.categories, projects, choices).map(({ name, ceiling, together }) => (
    <span key={name} className="block">
      <Quoting
        text={t(isShort ? 'chosenAboveShort' : 'chosenAbove', {
          ...{ name, ceiling: money(ceiling), together: money(together) },
        })}
        written={name}
      />
    </span>
  ));
}
