import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import type { ActionUpdateView } from '#app/modules/actions/views.ts';
import { Timeline } from '../content/timeline.tsx';
import { Written } from '../content/written.tsx';

/** What happened with an action: by role, never by name. */
export function ActionHistory({ updates }: { updates: readonly ActionUpdateView[] }) {
  const { t, i18n } = useTranslation('actions');
  const day = (value: NonNullable<ActionUpdateView['moved']>['from']) =>
    value === null ? t('update.noDay') : dateText(value, 'day', i18n.language);
  return (
    <Timeline
      steps={updates.map(({ key, kind, text, role, happenedAt, moved }) => ({
        key,
        title: t(`update.${kind}`),
        state: 'done' as const,
        date: happenedAt,
        children: (
          <>
            {moved === null ? null : <p>{t('update.moved', { from: day(moved.from), to: day(moved.to) })}</p>}
            {text === '' ? null : (
              <p>
                <Written>{text}</Written>
              </p>
            )}
            <p className="text-sm">{t('update.by', { role: t(`role.${role}`) })}</p>
          </>
        ),
      }))}
    />
  );
}
