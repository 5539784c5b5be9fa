import { useTranslation } from 'react-i18next';
import { addCents, noMoney, type Cents } from '#app/kernel/money.ts';
import { DataTable } from '../content/data-table.tsx';
import { Money } from '../content/money.tsx';
import { Written } from '../content/written.tsx';

type Step = {
  row: number;
  kind: 'new' | 'raised' | 'same';
  year: number;
  label: string;
  team: string;
  actielijn: string | null;
  source: string;
  before: Cents;
  amount: Cents;
  more: Cents;
};

type Source = {
  id: string;
  name: string;
  plannedBefore: Cents;
  plannedAfter: Cents;
  overprogramming: Cents;
  roomAfter: Cents;
};

/** What an uploaded plan would do: per source, and per line. */
export function OutlookTables({ steps, sources }: { steps: readonly Step[]; sources: readonly Source[] }) {
  const { t } = useTranslation('planImport');
  const sum = (of: (step: Step) => Cents) => addCents(noMoney, ...steps.map(of));
  return (
    <div className="flex flex-col gap-10">
      <DataTable
        caption={t('outlook.sources')}
        columns={[
          { key: 'name', header: t('outlook.source.name'), cell: ({ name }) => <Written>{name}</Written> },
          {
            key: 'before',
            header: t('outlook.source.before'),
            numeric: true,
            cell: ({ plannedBefore }) => <Money cents={plannedBefore} />,
          },
          {
            key: 'after',
            header: t('outlook.source.after'),
            numeric: true,
            cell: ({ plannedAfter }) => <Money cents={plannedAfter} />,
          },
          {
            key: 'overprogramming',
            header: t('outlook.source.overprogramming'),
            numeric: true,
            cell: ({ overprogramming }) => <Money cents={overprogramming} />,
          },
          {
            key: 'room',
            header: t('outlook.source.room'),
            numeric: true,
            cell: ({ roomAfter }) => <Money cents={roomAfter} />,
          },
        ]}
        rows={sources}
        rowKey={({ id }) => id}
      />
      <DataTable
        caption={t('outlook.steps')}
        columns={[
          { key: 'line', header: t('outlook.step.line'), cell: (step) => <LineName step={step} /> },
          { key: 'source', header: t('outlook.step.source'), cell: ({ source }) => <Written>{source}</Written> },
          { key: 'kind', header: t('outlook.step.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
          {
            key: 'before',
            header: t('outlook.step.before'),
            numeric: true,
            cell: ({ before }) => <Money cents={before} />,
          },
          {
            key: 'amount',
            header: t('outlook.step.amount'),
            numeric: true,
            cell: ({ amount }) => <Money cents={amount} />,
          },
          { key: 'more', header: t('outlook.step.more'), numeric: true, cell: ({ more }) => <Money cents={more} /> },
        ]}
        rows={steps}
        rowKey={({ row }) => String(row)}
        footer={{
          line: t('outlook.total'),
          before: <Money cents={sum(({ before }) => before)} />,
          amount: <Money cents={sum(({ amount }) => amount)} />,
          more: <Money cents={sum(({ more }) => more)} />,
        }}
      />
    </div>
  );
}

function LineName({ step: { row, team, actielijn, label, year } }: { step: Step }) {
  const { t } = useTranslation('planImport');
  return (
    <>
      <Written>{[actielijn ?? team, label].filter((part) => part !== '').join(': ')}</Written> {year}
      <span className="block text-sm font-normal text-ink-soft">
        {t('place.row', { row })}
        {actielijn === null ? null : (
          <>
            {' · '}
            <Written>{team}</Written>
          </>
        )}
      </span>
    </>
  );
}
