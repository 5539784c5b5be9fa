import { useTranslation } from 'react-i18next';
import type { ActionLine } from '#app/modules/actions/views.ts';
import { DataTable } from '../content/data-table.tsx';
import { Written } from '../content/written.tsx';
import { ActionStateBadge } from './action-state-badge.tsx';
import { ActionOwner, ActionWhen } from './action-words.tsx';

/** Actions as everybody sees them: what, of which team, who, by when, and how it stands. */
export function ActionTable({ lines, caption }: { lines: readonly ActionLine[]; caption: string }) {
  const { t } = useTranslation('actions');
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={lines}
      rowKey={({ number }) => String(number)}
      columns={[
        {
          key: 'title',
          header: t('column.title'),
          cell: ({ number, title, body }) => (
            <>
              <a href={`/acties/${String(number)}`} className="inline-block py-1 font-semibold text-ink">
                <Written>{title}</Written>
              </a>
              <span className="block text-sm font-normal text-ink-soft">
                <Written>{body.name}</Written>
              </span>
            </>
          ),
        },
        { key: 'owner', header: t('column.owner'), cell: ({ owner }) => <ActionOwner owner={owner} /> },
        { key: 'due', header: t('column.due'), cell: (line) => <ActionWhen {...line} /> },
        {
          key: 'state',
          header: t('column.state'),
          cell: ({ state, due }) => <ActionStateBadge state={state} isLate={due.isLate} />,
        },
      ]}
    />
  );
}
