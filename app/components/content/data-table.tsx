import type { ReactNode } from 'react';

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Amounts and counts: to the right, figures of one width. */
  numeric?: boolean;
};

type DataTableProps<Row> = {
  caption: ReactNode;
  /** The caption stays for who listens; use it where a heading above says the same. */
  captionHidden?: boolean;
  /** The first column names the row. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Totals, by column key; the first column takes the word. */
  footer?: Readonly<Record<string, ReactNode>>;
};

/** A table that turns into a stack of cards on a narrow screen. */
export function DataTable<Row>({ caption, captionHidden = false, columns, rows, rowKey, footer }: DataTableProps<Row>) {
  return (
    <table className="data-table">
      <caption>{captionHidden ? <span className="sr-only">{caption}</span> : caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={numericClass(column)}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column, index) => (
              <Cell key={column.key} column={column} isFirst={index === 0}>
                {column.cell(row)}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
      {footer === undefined ? null : (
        <tfoot>
          <tr>
            {columns.map((column, index) => (
              <Cell key={column.key} column={column} isFirst={index === 0}>
                {footer[column.key]}
              </Cell>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

type CellProps<Row> = { column: Column<Row>; isFirst: boolean; children: ReactNode };

function Cell<Row>({ column, isFirst, children }: CellProps<Row>) {
  if (isFirst) {
    return (
      <th scope="row" className={numericClass(column)}>
        {children}
      </th>
    );
  }
  const isEmpty = children === null || children === undefined || children === '';
  return (
    <td data-label={isEmpty ? undefined : column.header} className={numericClass(column)}>
      {isEmpty ? null : <span>{children}</span>}
    </td>
  );
}

function numericClass<Row>(column: Column<Row>): string | undefined {
  return column.numeric === true ? 'numeric' : undefined;
}
