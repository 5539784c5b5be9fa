import { useTranslation } from 'react-i18next';
import type { ChangeLine } from '#app/modules/budgets/change-view.ts';
import { Money } from '../content/money.tsx';
import { Written } from '../content/written.tsx';
import { ChangeBadge } from './change-badge.tsx';

/** What became of one's own proposals, in short. */
export function AnsweredList({ lines }: { lines: readonly ChangeLine[] }) {
  const { t } = useTranslation('changes');
  return (
    <ul className="flex flex-col gap-4">
      {lines.map(({ id, facts, state, number }) => (
        <li key={id} className="grid gap-x-5 gap-y-1 sm:grid-cols-[9rem_minmax(0,1fr)]">
          <p className="py-1">
            <ChangeBadge state={state} />
          </p>
          <div>
            <a
              href={number === null ? `/budgetbeheer/${id}` : `/budgetten/wijzigingen/${number}`}
              className="inline-block py-1 font-semibold text-ink"
            >
              {t(`kind.${facts.kind}`)} · <Money cents={facts.amount} />
            </a>
            <p className="line-clamp-1 max-w-prose text-ink-soft">
              <Written>{facts.reason}</Written>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
