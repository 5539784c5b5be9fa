import { useTranslation } from 'react-i18next';
import type { BatchPage } from '#app/modules/payouts/views.ts';
import { Notice } from '../page/notice.tsx';

type OddListProps = { odd: BatchPage['odd']; /** Lines with something odd. */ lines: number };

/** What needs attention in a payment, counted; the lines themselves say it too and stand on top. */
export function OddList({ odd, lines }: OddListProps) {
  const { t } = useTranslation('payouts');
  if (odd.length === 0) return null;
  return (
    <Notice tone="warning" title={t('page.oddTitle', { count: lines })}>
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {odd.map(({ kind, people }) => (
          <li key={kind}>
            {people}× {t(`odd.${kind}`)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
