import { useTranslation } from 'react-i18next';
import type { OwnInterest } from '#app/modules/integrity/interest-views.ts';
import { Written } from '../content/written.tsx';
import { SubmitButton } from '../forms/buttons.tsx';
import { InterestLine } from './interest-line.tsx';

/** What somebody declared themselves, with a button for what is over. */
export function OwnInterestList({ lines }: { lines: readonly OwnInterest[] }) {
  const { t } = useTranslation('interests');
  return (
    <ul className="flex flex-col gap-4">
      {lines.map((line) => {
        const { interestId, kind, note, isPublic, isRunning, isCurrent, isKept, value, changes } = line;
        const mayEnd = kind === 'gift' ? isKept && isCurrent : isCurrent && line.endsOn === null;
        return (
          <li key={interestId} className="rounded bg-surface p-5">
            <InterestLine interest={line} />
            {note === '' ? null : (
              <p className="mt-2 break-words whitespace-pre-line">
                <Written>{note}</Written>
              </p>
            )}
            <p className="mt-2 text-sm text-ink-soft">
              {t(isPublic ? 'line.public' : value === null ? 'line.private' : 'line.small')}
              {changes === 0 ? null : ` · ${t('own.earlier', { count: changes })}`}
            </p>
            <p className="mt-1 text-sm">{isRunning ? t('line.running') : isCurrent ? null : t('line.over')}</p>
            {mayEnd ? (
              <form method="post" className="mt-3">
                <input type="hidden" name="id" value={interestId} />
                <SubmitButton tone="quiet" name="intent" value="end">
                  {t(kind === 'gift' ? 'own.giveBack' : 'own.end')}
                </SubmitButton>
              </form>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
