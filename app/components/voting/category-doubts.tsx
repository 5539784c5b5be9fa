import { useTranslation } from 'react-i18next';
import { categoryDoubts, stops, type CategoryDoubt } from '#app/modules/voting/category.ts';
import type { VoteWorkView } from '#app/modules/voting/views.ts';
import { useFormats } from '../content/use-formats.ts';
import { Notice } from '../page/notice.tsx';

/** What stands in the way of announcing a vote with these categories, and what to know besides. */
export function CategoryDoubts({ vote }: { vote: Pick<VoteWorkView, 'amount' | 'categories' | 'projects'> }) {
  const { t } = useTranslation('voteCategories');
  const { amount, categories, projects } = vote;
  const doubts = categoryDoubts(
    amount,
    categories,
    projects.filter(({ verdict }) => verdict !== 'excluded'),
  );
  const isStopped = doubts.some(stops);
  // what stands in the way first, and alone: the rest depends on it
  const told = isStopped ? doubts.filter(stops) : doubts;
  if (told.length === 0) return null;
  return (
    <Notice tone={isStopped ? 'warning' : 'info'} title={t(isStopped ? 'doubts.title' : 'doubts.note')}>
      <ul>
        {told.map((doubt, at) => (
          <li key={at}>
            <DoubtText doubt={doubt} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function DoubtText({ doubt }: { doubt: CategoryDoubt }) {
  const { t } = useTranslation('voteCategories');
  const { money } = useFormats();
  switch (doubt.why) {
    case 'stays-over':
      return t('doubts.stays-over', { amount: money(doubt.amount) });
    case 'without-category':
      return t('doubts.without-category', { count: doubt.plans });
    case 'too-dear':
      return t('doubts.too-dear', { name: doubt.name, title: doubt.title });
    case 'above-amount':
    case 'empty':
      return t(`doubts.${doubt.why}`, { name: doubt.name });
  }
}
