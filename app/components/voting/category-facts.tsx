import { useTranslation } from 'react-i18next';
import { staysOver } from '#app/modules/voting/category.ts';
import type { VoteFacts } from '#app/modules/voting/views.ts';
import { useFormats } from '../content/use-formats.ts';
import { Quoting } from '../content/written.tsx';

type CategoryFactsProps = {
  vote: Pick<VoteFacts, 'categories' | 'amount'>;
  /** How many plans are in none of them. */
  without: number;
};

/** What the categories of a vote are, and what their ceilings do. */
export function CategoryFacts({ vote, without }: CategoryFactsProps) {
  const { t } = useTranslation('voteCategories');
  const { money } = useFormats();
  const { categories, amount } = vote;
  const limits = categories.filter(({ ceiling }) => ceiling !== null).length;
  const left = staysOver(amount, categories, without);
  return (
    <div className="font-normal">
      <p>{t(limits === 0 ? 'facts.textNone' : limits < categories.length ? 'facts.textSome' : 'facts.text')}</p>
      <ul className="mt-1 list-disc pl-6">
        {categories.map(({ number, name, ceiling, plans }) => (
          <li key={number}>
            <Quoting
              text={
                ceiling === null
                  ? limits === 0
                    ? name
                    : t('facts.lineFree', { name })
                  : t('facts.line', { name, amount: money(ceiling) })
              }
              written={name}
            />{' '}
            <span className="text-ink-soft">({t('plans', { count: plans })})</span>
          </li>
        ))}
      </ul>
      {without === 0 || limits === 0 ? null : <p className="mt-1">{t('facts.without', { count: without })}</p>}
      {left === null ? null : <p className="mt-1">{t('facts.staysOver', { amount: money(left) })}</p>}
    </div>
  );
}
