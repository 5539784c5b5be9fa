import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../content/data-table.tsx';
import { Money } from '../content/money.tsx';
import type { BudgetSums, GrantedSums } from './sums.ts';

type SumTableProps<Row> = {
  caption: ReactNode;
  captionHidden?: boolean;
  head: string;
  cell: (row: Row) => ReactNode;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Below, with the word for it. */
  total?: BudgetSums;
};

const parts = ['budget', 'paid', 'committed', 'available'] as const satisfies (keyof BudgetSums)[];

/** Lines, teams or years with what became of their money. */
export function SumTable<Row extends BudgetSums>({ head, cell, total, ...table }: SumTableProps<Row>) {
  const { t } = useTranslation('publicBudget');
  const columns: Column<Row>[] = [
    { key: 'head', header: head, cell },
    ...parts.map((part) => ({
      key: part,
      header: t(`sum.${part}`),
      numeric: true,
      cell: (row: Row) => <Money cents={row[part]} />,
    })),
  ];
  return (
    <DataTable
      {...table}
      columns={columns}
      {...(total === undefined
        ? {}
        : {
            footer: {
              head: t('sum.total'),
              ...Object.fromEntries(parts.map((part) => [part, <Money key={part} cents={total[part]} />])),
            },
          })}
    />
  );
}

/** Columns for what decisions promised, and what became of it. */
export function useGrantColumns<Row extends GrantedSums>(): Column<Row>[] {
  const { t } = useTranslation('publicBudget');
  return (['granted', 'paid', 'committed', 'released'] as const).map((part) => ({
    key: part,
    header: t(`sum.${part}`),
    numeric: true,
    cell: (row: Row) => <Money cents={row[part]} />,
  }));
}

type GrantSumTableProps<Row> = {
  caption: string;
  /** Above the names. */
  head: string;
  name: (row: Row) => ReactNode;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  totals: GrantedSums & { count: number };
};

/** Recipients, wijken or ways of giving with how many decisions there were and what became of their money. A heading above says the caption. */
export function GrantSumTable<Row extends GrantedSums & { count: number }>(props: GrantSumTableProps<Row>) {
  const { caption, head, name, totals, ...table } = props;
  const { t } = useTranslation('publicBudget');
  const sums = useGrantColumns<Row>();
  return (
    <DataTable
      {...table}
      caption={caption}
      captionHidden
      columns={[
        { key: 'name', header: head, cell: name },
        { key: 'count', header: t('organisations.decisions'), numeric: true, cell: ({ count }) => count },
        ...sums,
      ]}
      footer={{ name: t('sum.total'), count: totals.count, ...grantFooter(totals) }}
    />
  );
}

/** The same columns as a footer. */
export function grantFooter(sums: GrantedSums): Record<string, ReactNode> {
  return Object.fromEntries(
    (['granted', 'paid', 'committed', 'released'] as const).map((part) => [
      part,
      <Money key={part} cents={sums[part]} />,
    ]),
  );
}
