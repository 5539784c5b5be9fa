import { useTranslation } from 'react-i18next';
import { Written } from '../content/written.tsx';
import type { Cents } from '#app/kernel/money.ts';
import { DataTable } from '../content/data-table.tsx';
import { Money } from '../content/money.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Icon } from '../icon/icon.tsx';

export type MoneyStateName = 'reached' | 'too-little-left' | 'below-minimum' | 'not-scored';

export type RankedRow = {
  entryId: string;
  title: string;
  requested: Cents;
  rank: number | null;
  isTied: boolean;
  money: MoneyStateName | null;
  /** Hundredths of a percent of what could be reached. */
  totalHundredths: number | null;
};

type RankingTableProps = { caption: string; rows: readonly RankedRow[]; hrefOf: (row: RankedRow) => string };

/** The initiatives of a round from high to low, and which of them the money reaches. */
export function RankingTable({ caption, rows, hrefOf }: RankingTableProps) {
  const { t } = useTranslation('scoring');
  const { figure } = useFormats();
  const hasMoney = rows.some(({ money }) => money !== null);
  return (
    <DataTable<RankedRow>
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ entryId }) => entryId}
      columns={[
        {
          key: 'plan',
          header: t('result.plan'),
          cell: (row) => (
            <a href={hrefOf(row)}>
              <Written>{row.title}</Written>
            </a>
          ),
        },
        { key: 'rank', header: t('result.rank'), numeric: true, cell: (row) => <Rank row={row} /> },
        {
          key: 'total',
          header: t('result.total'),
          numeric: true,
          cell: ({ totalHundredths }) =>
            totalHundredths === null
              ? t('result.noTotal')
              : t('result.totalOf', { total: figure(totalHundredths / 100, 'column') }),
        },
        {
          key: 'requested',
          header: t('result.requested'),
          numeric: true,
          cell: ({ requested }) => <Money cents={requested} />,
        },
        ...(hasMoney
          ? [{ key: 'money', header: t('result.money'), cell: ({ money }: RankedRow) => <MoneyMark state={money} /> }]
          : []),
      ]}
    />
  );
}

function Rank({ row }: { row: RankedRow }) {
  const { t } = useTranslation('scoring');
  if (row.rank === null) return <>{t('result.noRank')}</>;
  return <>{row.isTied ? t('result.tied', { rank: row.rank }) : row.rank}</>;
}

/** In words, with an icon: colour alone tells nothing. */
export function MoneyMark({ state }: { state: MoneyStateName | null }) {
  const { t } = useTranslation('scoring');
  if (state === null) return null;
  const reached = state === 'reached';
  return (
    <span className={`inline-flex items-center gap-2 font-semibold ${reached ? 'text-garden' : 'text-ink-soft'}`}>
      <Icon name={reached ? 'check' : 'minus'} className="size-4" />
      {t(`result.moneyState.${state}`)}
    </span>
  );
}
