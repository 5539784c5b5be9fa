import { useTranslation } from 'react-i18next';

const stages = ['submitted', 'question', 'accepted', 'parked'] as const;

type WorkCountsProps = { counts: Record<(typeof stages)[number], number> & { late: number } };

/** How much waits where; each number leads to its list. */
export function WorkCounts({ counts }: WorkCountsProps) {
  const { t } = useTranslation('loket');
  return (
    <section aria-label={t('list.counts')}>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
        <Count href="/loket?laat=ja" label={t('list.lateCount')} count={counts.late} urgent />
        {stages.map((stage) => (
          <Count key={stage} href={`/loket?fase=${stage}`} label={t(`list.stage.${stage}`)} count={counts[stage]} />
        ))}
      </ul>
    </section>
  );
}

function Count({
  href,
  label,
  count,
  urgent = false,
}: {
  href: string;
  label: string;
  count: number;
  urgent?: boolean;
}) {
  const isLoud = urgent && count > 0;
  return (
    <li>
      <a
        href={href}
        className={`flex h-full flex-col rounded px-4 py-3 text-ink no-underline hover:underline ${isLoud ? 'bg-tint-brick' : 'bg-surface'}`}
      >
        <span className={`tabular text-2xl font-bold ${isLoud ? 'text-brick' : ''}`}>{count}</span>
        <span className="text-sm">{label}</span>
      </a>
    </li>
  );
}
