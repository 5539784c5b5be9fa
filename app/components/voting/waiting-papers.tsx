import { useTranslation } from 'react-i18next';
import type { WaitingPaper } from '#app/modules/voting/views.ts';
import { ItemButton } from '../forms/item-button.tsx';
import { Section } from '../page/section.tsx';

/** Which papers have to be entered once more: their numbers, and nothing of what was entered. */
export function WaitingPapers({ waiting }: { waiting: readonly WaitingPaper[] }) {
  const { t } = useTranslation('votingPaper');
  return (
    <Section title={t('table.waiting')} lead={waiting.length === 0 ? undefined : t('table.waitingText')}>
      {waiting.length === 0 ? <p>{t('table.noneWaiting')}</p> : null}
      <ul className="flex flex-col gap-2">
        {waiting.map(({ number, paper, isOwn, differs }) => (
          <li
            key={number}
            className="card flex flex-wrap items-center justify-between gap-x-4 rounded bg-surface px-4 py-2"
          >
            <span>
              <span className="tabular font-bold">{paper}</span>
              <span className={differs ? 'block font-semibold text-brick' : 'block text-ink-soft'}>
                {t(differs ? 'table.differs' : isOwn ? 'table.byYou' : 'table.byOther')}
              </span>
            </span>
            {isOwn ? (
              <ItemButton
                name="number"
                value={number}
                intent="back"
                label={t('table.back')}
                labelOf={t('table.backOf', { paper })}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
