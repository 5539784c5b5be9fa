import { useTranslation } from 'react-i18next';
import type { StatementGap } from '#app/modules/payouts/statement-views.ts';
import { useFormats } from '../content/use-formats.ts';
import { Notice } from '../page/notice.tsx';

/** What was not taken in between two statements. */
export function MissingStatements({ gaps }: { gaps: readonly StatementGap[] }) {
  const { t } = useTranslation('statements');
  const { money } = useFormats();
  if (gaps.length === 0) return null;
  return (
    <Notice tone="warning" title={t('gaps.title')}>
      <ul className="list-disc pl-5">
        {gaps.map(({ account, before, closing, after, opening }) => (
          <li key={`${before} ${after}`} className="break-words">
            {t('gaps.between', { account, before, closing: money(closing), after, opening: money(opening) })}
          </li>
        ))}
      </ul>
      <p>{t('gaps.what')}</p>
    </Notice>
  );
}
