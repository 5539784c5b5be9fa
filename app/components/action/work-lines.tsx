import { useTranslation } from 'react-i18next';
import type { WorkLine } from '#app/modules/actions/views.ts';
import { Written } from '../content/written.tsx';
import { ActionStateBadge } from './action-state-badge.tsx';
import { ActionOwner, ActionWhen } from './action-words.tsx';

/** Actions for who works on them: each opens its work page. */
export function WorkLines({ lines }: { lines: readonly WorkLine[] }) {
  const { t } = useTranslation('actions');
  return (
    <ul className="flex flex-col gap-4">
      {lines.map((line) => (
        <li key={line.id} className="rounded bg-surface p-4">
          <h3 className="text-lg break-words">
            <a href={`/actiewerk/${line.id}`}>
              <Written>{line.title}</Written>
            </a>
          </h3>
          <p className="text-ink-soft">
            <ActionOwner owner={line.owner} /> · <ActionWhen {...line} />
          </p>
          <p className="mt-2 flex flex-wrap items-center gap-3">
            <ActionStateBadge state={line.state} isLate={line.due.isLate} />
            {line.isPublic ? null : <span className="font-semibold">{t('work.notPublic')}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}
