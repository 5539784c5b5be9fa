import { useTranslation } from 'react-i18next';
import type { KeptFor } from '#app/modules/retention/views.ts';
import { DataTable } from '../content/data-table.tsx';
import { usePeriodText } from './period-text.ts';

/** How long each kind of data is kept, for everybody. */
export function KeptList({ kept }: { kept: readonly KeptFor[] }) {
  const { t } = useTranslation('retention');
  const say = usePeriodText();
  return (
    <DataTable
      caption={t('public.title')}
      captionHidden
      rows={kept}
      rowKey={({ kind }) => kind}
      columns={[
        { key: 'kind', header: t('column.kind'), cell: ({ kind }) => t(`kind.${kind}.name`) },
        {
          key: 'period',
          header: t('column.period'),
          cell: ({ kind, ...period }) => (
            <>
              {say(period)} <span className="text-ink-soft">{t(`kind.${kind}.from`)}</span>
            </>
          ),
        },
      ]}
    />
  );
}
