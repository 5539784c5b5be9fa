import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import type { ActionLine } from '#app/modules/actions/views.ts';
import { Written } from '../content/written.tsx';

/** Who does it, by organisation and role. */
export function ActionOwner({ owner: { organisation, words } }: Pick<ActionLine, 'owner'>) {
  return (
    <Written>
      {organisation === null ? words : words === '' ? organisation.name : `${organisation.name} (${words})`}
    </Written>
  );
}

/** By when, or when it was closed. */
export function ActionWhen({
  due: { kind, on, isLate },
  state,
  closedAt,
}: Pick<ActionLine, 'due' | 'state' | 'closedAt'>) {
  const { t, i18n } = useTranslation('actions');
  if (state !== 'open')
    return <>{t(`closed.${state}`, { day: closedAt === null ? '' : dateText(closedAt, 'day', i18n.language) })}</>;
  const day = on === null ? '' : dateText(on, 'day', i18n.language);
  return <>{kind === 'ongoing' ? t('due.ongoing') : isLate ? t('due.late', { day }) : t(`due.${kind}`, { day })}</>;
}
