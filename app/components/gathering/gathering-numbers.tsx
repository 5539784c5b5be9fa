import { useTranslation } from 'react-i18next';
import type { GatheringCounts } from '#app/modules/gatherings/views.ts';
import { Facts } from '../content/facts.tsx';

/** How many come, wait and are in. */
export function GatheringNumbers({ gathering }: { gathering: GatheringCounts & { capacity: number } }) {
  const { t } = useTranslation('gatheringWork');
  const { confirmed, held, offered, waiting, arrived, walkIns, children, capacity } = gathering;
  const some = (count: number) => (count === 0 ? null : String(count));
  return (
    <Facts
      layout="beside"
      facts={[
        { term: t('page.confirmed'), value: String(confirmed) },
        { term: t('page.free'), value: String(Math.max(0, capacity - confirmed - held - offered)) },
        { term: t('page.held'), value: some(held) },
        { term: t('page.offered'), value: some(offered) },
        { term: t('page.waiting'), value: String(waiting) },
        { term: t('page.arrived'), value: some(arrived) },
        { term: t('page.walkIns'), value: some(walkIns) },
        { term: t('page.children'), value: some(children) },
      ]}
    />
  );
}
