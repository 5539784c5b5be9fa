import { useTranslation } from 'react-i18next';
import { DataTable } from '../content/data-table.tsx';
import { DateText } from '../content/date-text.tsx';
import { Written } from '../content/written.tsx';
import { Section } from '../page/section.tsx';
import type { Instant } from '#app/kernel/instant.ts';

type Change = {
  id: string;
  kind: 'synonym' | 'place';
  before: string;
  after: string;
  count: number;
  by: string;
  at: Instant;
};

/** Who changed which words, the last first. */
export function WordChanges({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation('searchWords');
  return (
    <Section id="gewijzigd" title={t('changes.title')}>
      {changes.length === 0 ? <p>{t('changes.none')}</p> : null}
      <ul>
        {changes.map((change) => (
          <li key={change.id} className="border-t border-line py-3">
            <p className="break-words">
              <Said change={change} />
            </p>
            <p className="text-sm text-ink-soft">
              {change.by === '' ? t('changes.byUnknown') : t('changes.by', { name: change.by })}{' '}
              <DateText value={change.at} format="time" />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Said({ change: { before, after, count } }: { change: Change }) {
  const { t } = useTranslation('searchWords');
  if (before === '' && after === '') return t('changes.file', { count });
  const [was, is] = [<Written key="before">{before}</Written>, <Written key="after">{after}</Written>];
  if (before === '')
    return (
      <>
        {t('changes.added')} {is}
      </>
    );
  if (after === '')
    return (
      <>
        {t('changes.removed')} {was}
      </>
    );
  return (
    <>
      {was} {t('changes.became')} {is}
    </>
  );
}

type Index = {
  engine: string;
  filledAt: Instant | null;
  isFilling: boolean;
  waiting: number;
  checkedAt: Instant | null;
  differences: number;
};

/** How every engine stands. */
export function IndexState({ indexes }: { indexes: readonly Index[] }) {
  const { t } = useTranslation('searchWords');
  return (
    <Section id="index" title={t('index.title')} lead={t('index.lead')}>
      <DataTable
        caption={t('index.title')}
        captionHidden
        rows={indexes}
        rowKey={({ engine }) => engine}
        columns={[
          {
            key: 'engine',
            header: t('index.column.engine'),
            cell: ({ engine }) => t(`index.engine.${engine === 'meilisearch' ? 'meilisearch' : 'postgresql'}`),
          },
          {
            key: 'filled',
            header: t('index.column.filled'),
            cell: ({ filledAt, isFilling }) =>
              isFilling ? (
                t('index.filling')
              ) : filledAt === null ? (
                t('index.never')
              ) : (
                <DateText value={filledAt} format="time" />
              ),
          },
          { key: 'waiting', header: t('index.column.waiting'), numeric: true, cell: ({ waiting }) => String(waiting) },
          {
            key: 'checked',
            header: t('index.column.checked'),
            cell: ({ checkedAt, differences }) =>
              checkedAt === null ? (
                t('index.never')
              ) : (
                <>
                  <DateText value={checkedAt} format="time" />,{' '}
                  {differences === 0 ? t('index.agrees') : t('index.differs', { count: differences })}
                </>
              ),
          },
        ]}
      />
    </Section>
  );
}
