import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import type { ListedRule } from '#app/modules/allowances/coordination-views.ts';
import { DataTable } from '../content/data-table.tsx';
import { Money } from '../content/money.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Written } from '../content/written.tsx';

const amounts = ['month', 'year', 'hour', 'hourYoung'] as const;

/** What the law allows from each day on, with where it stands and what is not certain yet. */
export function RuleTable({ rules }: { rules: readonly ListedRule[] }) {
  const { t } = useTranslation('coordination');
  const { locale } = useFormats();
  return (
    <DataTable
      caption={t('rules.list')}
      captionHidden
      rows={rules}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'from',
          header: t('rules.from'),
          cell: ({ startsOn, isReplaced }) => (
            <>
              {dateText(startsOn, 'day', locale)}
              {isReplaced ? <span className="block font-normal text-brick">{t('rules.replaced')}</span> : null}
            </>
          ),
        },
        ...amounts.map((key) => ({
          key,
          header: t(`rules.${key}`),
          numeric: true,
          cell: (rule: ListedRule) => <Money cents={rule[key]} />,
        })),
        {
          key: 'source',
          header: t('rules.source'),
          cell: ({ source, toConfirm, addedOn }) => (
            <>
              <Written>{source}</Written>
              {toConfirm === '' ? null : (
                <span className="mt-1 block">
                  <strong className="text-sand">{t('rules.toConfirm')}:</strong> <Written>{toConfirm}</Written>
                </span>
              )}
              {addedOn === null ? null : (
                <span className="block text-ink-soft">
                  {t('rules.added', { date: dateText(addedOn, 'day', locale) })}
                </span>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
