import { useTranslation } from 'react-i18next';
import type { QuestionLine } from '#app/modules/gatherings/outcome-views.ts';
import { Written } from '../content/written.tsx';

/** Design questions below each other, the newest on top. */
export function QuestionList({ questions }: { questions: readonly QuestionLine[] }) {
  const { t } = useTranslation('evening');
  return (
    <ul className="flex flex-col gap-3">
      {questions.map(({ id, text, clusterName, tableNumber }) => (
        <li key={id} className="rounded bg-surface p-4">
          <p className="text-lg break-words">
            <Written>{text}</Written>
          </p>
          {clusterName === null && tableNumber === null ? null : (
            <p className="mt-1 text-sm text-ink-soft">
              {tableNumber === null ? null : t('questions.table', { number: tableNumber })}
              {clusterName === null || tableNumber === null ? null : ' · '}
              {clusterName === null ? null : <Written>{clusterName}</Written>}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
