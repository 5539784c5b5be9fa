import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import type { HolderWork } from '#app/modules/integrity/interest-views.ts';
import { DataTable } from '../content/data-table.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Written } from '../content/written.tsx';

/** People with a role, for who works with them: whether they declared, and what. */
export function HolderTable({ holders, caption }: { holders: readonly HolderWork[]; caption: string }) {
  const { t } = useTranslation(['interests', 'people']);
  const { locale } = useFormats();
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={holders}
      rowKey={({ key }) => key}
      columns={[
        { key: 'who', header: t('work.who'), cell: ({ name }) => <Written>{name}</Written> },
        { key: 'team', header: t('work.team'), cell: ({ bodyName }) => <Written>{bodyName}</Written> },
        {
          key: 'role',
          header: t('work.role'),
          cell: ({ roles, organisation }) => (
            <>
              {roles.map((role) => t(`people:role.${role}`)).join(', ')}
              {organisation === null ? null : (
                <span className="block text-sm text-ink-soft">
                  <Written>{organisation}</Written>
                </span>
              )}
            </>
          ),
        },
        {
          key: 'statement',
          header: t('work.statement'),
          cell: ({ state, statedOn, dueOn }) => (
            <span className={state === 'late' ? 'font-semibold text-brick' : ''}>
              {t(`work.${state}`, { day: dateText(state === 'made' ? (statedOn ?? dueOn) : dueOn, 'day', locale) })}
            </span>
          ),
        },
        {
          key: 'interests',
          header: t('work.interests'),
          cell: ({ interests }) => (
            <ul>
              {interests.map(({ kind, organisation, note }, index) => (
                <li key={index}>
                  {t(`kind.${kind}`)}
                  {organisation === '' ? null : (
                    <>
                      {': '}
                      <Written>{organisation}</Written>
                    </>
                  )}
                  {note === null ? null : (
                    <span className="block text-sm whitespace-pre-line text-ink-soft">
                      <Written>{note}</Written>
                    </span>
                  )}
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}
