import { useTranslation } from 'react-i18next';
import { Written } from '../content/written.tsx';
import type { Cents } from '#app/kernel/money.ts';
import { Money } from '../content/money.tsx';
import { useFormats } from '../content/use-formats.ts';
import { EntryScores, type EntryScoresProps } from './entry-scores.tsx';
import { MoneyMark, type MoneyStateName } from './ranking-table.tsx';

export type ScoredPlanProps = EntryScoresProps & {
  entryId: string;
  initiativeSlug: string;
  title: string;
  requested: Cents;
  rank: number | null;
  isTied: boolean;
  money: MoneyStateName | null;
  decisionNumber: string | null;
  result: { totalHundredths: number | null; reviewCount: number };
};

/** The whole result of one initiative, with the way to its page and its decision. */
export function ScoredPlan({ entry, isOpen = false }: { entry: ScoredPlanProps; isOpen?: boolean }) {
  const { t } = useTranslation('scoring');
  const { figure } = useFormats();
  const { totalHundredths, reviewCount } = entry.result;
  return (
    <article id={`plan-${entry.entryId}`} className="scroll-mt-4 rounded bg-surface p-5 sm:p-8">
      <div className="mb-6 flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
        <div className="min-w-0">
          <h3 className="text-xl break-words">
            <a href={`/initiatieven/${entry.initiativeSlug}`} className="text-ink">
              <Written>{entry.title}</Written>
            </a>
          </h3>
          <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-soft">
            <Money cents={entry.requested} />
            <span>{t('result.reviews', { count: reviewCount })}</span>
            <MoneyMark state={entry.money} />
          </p>
          {entry.decisionNumber === null ? null : (
            <a href={`/besluiten/${entry.decisionNumber}`} className="inline-block py-2">
              {t('result.decision', { number: entry.decisionNumber })}
            </a>
          )}
        </div>
        <p className="tabular font-heading text-2xl font-bold">
          {totalHundredths === null
            ? t('result.noTotal')
            : t('result.totalOf', { total: figure(totalHundredths / 100, 'column') })}
        </p>
      </div>
      <EntryScores
        criteria={entry.criteria}
        recusals={entry.recusals}
        isBelowMinimum={entry.isBelowMinimum}
        isOpen={isOpen}
      />
    </article>
  );
}
