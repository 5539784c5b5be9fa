import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import type { RetentionLine } from '#app/modules/retention/views.ts';
import { DataTable } from '../content/data-table.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Written } from '../content/written.tsx';
import { usePeriodText } from './period-text.ts';

/** Every kind of data with its period, why, and what of it goes tomorrow. */
export function RetentionTable({ lines }: { lines: readonly RetentionLine[] }) {
  const { t } = useTranslation('retention');
  const { locale } = useFormats();
  const say = usePeriodText();
  return (
    <DataTable
      caption={t('list')}
      captionHidden
      rows={lines}
      rowKey={({ kind }) => kind}
      columns={[
        {
          key: 'kind',
          header: t('column.kind'),
          cell: ({ kind }) => (
            <>
              {t(`kind.${kind}.name`)}
              <span className="block font-normal text-ink-soft">{t(`kind.${kind}.from`)}</span>
            </>
          ),
        },
        {
          key: 'period',
          header: t('column.period'),
          cell: ({ next, shortest, reason, ...line }) => (
            <>
              <strong>{say(line)}</strong>
              <span className="block text-ink-soft">{t('shortest', { period: say(shortest) })}</span>
              {next === null ? null : (
                <span className="block text-sand">
                  {t('next', { date: dateText(next.startsOn, 'day', locale), period: say(next) })}
                </span>
              )}
              <span className="mt-1 block">
                <Written>{reason}</Written>
              </span>
            </>
          ),
        },
        {
          key: 'tomorrow',
          header: t('column.tomorrow'),
          numeric: true,
          cell: ({ goesTomorrow }) => String(goesTomorrow),
        },
        {
          key: 'removed',
          header: t('column.removed'),
          numeric: true,
          cell: ({ removedInYear }) => String(removedInYear),
        },
      ]}
    />
  );
}
