import { useTranslation } from 'react-i18next';
import type { RoundTables } from '#app/modules/gatherings/round-views.ts';
import { SubmitButton } from '../../forms/buttons.tsx';
import { Notice } from '../../page/notice.tsx';

type MendingNoticeProps = { mending: NonNullable<RoundTables['mending']>; revision: number; mayChange: boolean };

/** The least change for who came late or left; the organiser carries it out. */
export function MendingNotice({ mending: { moves, without }, revision, mayChange }: MendingNoticeProps) {
  const { t, i18n } = useTranslation('rounds');
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  const joining = new Map<number, number>();
  for (const { from, to } of moves) if (from === null && to !== null) joining.set(to, (joining.get(to) ?? 0) + 1);
  return (
    <Notice tone="warning" title={t('tables.mending.title')} role="status">
      <p>{t('tables.mending.text')}</p>
      <ul className="list-disc pl-6">
        {[...joining].map(([table, count]) => (
          <li key={`bij ${String(table)}`}>
            <strong>{t('tables.mending.joins', { count, table })}</strong>
          </li>
        ))}
        {moves.map(({ name, from, to }, index) => (
          <li key={index}>
            {from === null
              ? t('tables.mending.in', { name, to })
              : to === null
                ? t('tables.mending.out', { name, from })
                : t('tables.mending.over', { name, from, to })}
          </li>
        ))}
      </ul>
      {without.length === 0 ? null : <p>{t('tables.mending.without', { names: list.format(without) })}</p>}
      {mayChange && moves.length > 0 ? (
        <form method="post">
          <input type="hidden" name="revision" value={revision} />
          <SubmitButton name="intent" value="mend">
            {t('tables.mending.apply')}
          </SubmitButton>
        </form>
      ) : null}
    </Notice>
  );
}
