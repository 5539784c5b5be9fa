import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import type { ChangeLine } from '#app/modules/budgets/change-view.ts';
import { Money } from '../content/money.tsx';
import { Written } from '../content/written.tsx';
import { ButtonLink } from '../forms/buttons.tsx';
import { ChangeBadge } from './change-badge.tsx';
import { GroundText } from './ground-text.tsx';
import { WayText } from './way-text.tsx';

/** Proposed changes for colleagues: what, of whom, and what the reader can do with it. */
export function ChangeList({ lines }: { lines: readonly ChangeLine[] }) {
  const { t, i18n } = useTranslation('changes');
  return (
    <ul className="flex flex-col gap-3">
      {lines.map(({ id, facts, state, number, mine, proposedAt, proposerName }) => {
        const date = dateText(proposedAt, 'day', i18n.language);
        const isMine = mine === 'answer';
        return (
          <li
            key={id}
            className="grid items-center gap-x-8 gap-y-4 rounded bg-surface p-5 sm:grid-cols-[minmax(0,1fr)_auto]"
          >
            <div className="flex min-w-0 flex-col items-start gap-2">
              <ChangeBadge state={state} />
              <h3>
                {t(`kind.${facts.kind}`)} · <Money cents={facts.amount} />
              </h3>
              {facts.decision === null && facts.spending === null ? null : (
                <p>
                  <GroundText facts={facts} />
                </p>
              )}
              <p>
                <WayText facts={facts} />
              </p>
              <p className="line-clamp-3 max-w-prose">
                <Written>{facts.reason}</Written>
              </p>
              <p className="text-sm text-ink-soft">
                <Written>{facts.body.name}</Written>
                {' · '}
                {mine === 'own'
                  ? t('work.proposedByYou', { date })
                  : t('work.proposedBy', { name: proposerName, date })}
              </p>
              {state === 'proposed' && mine === 'interest' ? <p>{t('work.interest')}</p> : null}
              {state === 'proposed' && (mine === 'own' || mine === 'read') ? <p>{t('work.waitsFor')}</p> : null}
            </div>
            <ButtonLink
              href={number === null ? `/budgetbeheer/${id}` : `/budgetten/wijzigingen/${number}`}
              tone={isMine ? 'main' : 'quiet'}
            >
              {t(isMine ? 'work.lookAndAnswer' : 'work.look')}
            </ButtonLink>
          </li>
        );
      })}
    </ul>
  );
}
