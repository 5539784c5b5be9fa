import { useTranslation } from 'react-i18next';
import { cents } from '#app/kernel/money.ts';
import type { LedgerDayEntry } from '#app/modules/budgets/ledger-day.ts';
import type { PublicEntryKind } from '#app/modules/ledger/entry.ts';
import { DataTable } from '../content/data-table.tsx';
import { Money } from '../content/money.tsx';
import { Written } from '../content/written.tsx';

type DayEntriesProps = {
  entries: readonly LedgerDayEntry[];
  /** The name of a line of the plan, by slug. */
  nameOf: (slug: string) => string;
};

/** What was entered on a day: what kind, which number in the registers, which line, and how much. */
export function DayEntries({ entries, nameOf }: DayEntriesProps) {
  const { t } = useTranslation(['transparency', 'ledger']);
  return (
    <DataTable
      caption={t('day.entriesCaption')}
      captionHidden
      rows={entries}
      rowKey={({ sequence }) => String(sequence)}
      columns={[
        {
          key: 'what',
          header: t('day.column.what'),
          cell: (entry) => (
            <>
              {t(`ledger:fund.kind.${entry.kind as PublicEntryKind}`)} <RegisterNumber entry={entry} />
            </>
          ),
        },
        {
          key: 'line',
          header: t('day.column.line'),
          cell: (entry) =>
            linesOf(entry).map((slug) => (
              <a key={slug} href={`/fondsen/${slug}#boekingen`} className="block py-1">
                <Written>{nameOf(slug)}</Written>
              </a>
            )),
        },
        {
          key: 'amount',
          header: t('day.column.amount'),
          numeric: true,
          cell: ({ postings }) => <Money cents={cents(movedBy(postings))} />,
        },
      ]}
    />
  );
}

/** A decision or a change has a page of its own; a small spending stands on the page of its line. */
function RegisterNumber({ entry: { decision, smallSpending, change } }: { entry: LedgerDayEntry }) {
  if (change !== null) return <a href={`/budgetten/wijzigingen/${change}`}>{change}</a>;
  if (decision !== null) return <a href={`/besluiten/${decision}`}>{decision}</a>;
  return smallSpending === null ? null : <>{smallSpending}</>;
}

function linesOf({ postings }: LedgerDayEntry): string[] {
  const lines = postings.filter(({ part }) => part === 'available' || part === 'promised' || part === 'paid');
  return [...new Set(lines.map(({ of }) => of))];
}

/** An entry takes from some accounts what it gives to others. */
function movedBy(postings: LedgerDayEntry['postings']): number {
  return postings.reduce((sum, { cents: amount }) => sum + Math.max(amount, 0), 0);
}
