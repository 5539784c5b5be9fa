import { useTranslation } from 'react-i18next';
import { dayInAmsterdam, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { MoneyLine, SpendingDeciders } from '#app/modules/alliances/views.ts';
import { DataTable } from '../content/data-table.tsx';
import { DateText } from '../content/date-text.tsx';
import { Money } from '../content/money.tsx';
import { Quoting, Written } from '../content/written.tsx';
import { DayInLog } from '../transparency/day-in-log.tsx';

type Lines = {
  lines: readonly MoneyLine[];
  /** Days of the ledger that stand in the log. */
  daysInLog: readonly CalendarDate[];
  name: string;
  year: number;
};

/** Every entry with its reason, and what was left after it. */
export function MoneyLines({ lines, daysInLog, name, year }: Lines) {
  const { t } = useTranslation('alliances');
  if (lines.length === 0) return <p>{t('page.linesNone', { year })}</p>;
  return (
    <DataTable
      caption={<Quoting text={t('page.caption', { name, year })} written={name} />}
      captionHidden
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        { key: 'what', header: t('page.column.what'), cell: (line) => <Reason line={line} /> },
        {
          key: 'date',
          header: t('page.column.date'),
          cell: ({ occurredAt }) => (
            <span className="whitespace-nowrap">
              <DateText value={occurredAt} format="short" />
              <DayInLog day={dayInAmsterdam(occurredAt)} daysInLog={daysInLog} />
            </span>
          ),
        },
        {
          key: 'amount',
          header: t('page.column.amount'),
          numeric: true,
          cell: ({ amount }) => <Money cents={amount} />,
        },
        {
          key: 'left',
          header: t('page.column.left'),
          numeric: true,
          cell: ({ availableAfter }) => <Money cents={availableAfter} />,
        },
      ]}
    />
  );
}

/** How many agreed and stayed out, and in which roles it was proposed and confirmed. */
function Deciders({ deciders }: { deciders: SpendingDeciders }) {
  const { t } = useTranslation(['alliances', 'people']);
  const { agreed, stayedOut, objectionsTakenBack, proposedAs, confirmedAs } = deciders;
  const role = (held: SpendingDeciders['proposedAs']) =>
    held === null ? t('page.decided.roleUnknown') : t(`people:role.${held}`);
  return (
    <span className="block font-normal">
      {[
        t('page.decided.agreed', { count: agreed }),
        ...(objectionsTakenBack === 0 ? [] : [t('page.decided.takenBack', { count: objectionsTakenBack })]),
        stayedOut === 0 ? t('page.decided.nobodyOut') : t('page.decided.stayedOut', { count: stayedOut }),
        t('page.decided.roles', { proposed: role(proposedAs), confirmed: role(confirmedAs) }),
      ].join(' ')}
    </span>
  );
}

function Reason({ line }: { line: MoneyLine }) {
  const { t } = useTranslation('alliances');
  const { decision, spending, initiative } = line;
  const payee = spending === null ? '' : spending.payee || t(`payee.${spending.payeeKind}`);
  // the number in the register is an address: the first entry of a spending is its commitment
  const id = line.kind === 'commitment' && spending !== null ? spending.number : undefined;
  return (
    <span id={id} className="block max-w-prose">
      <span className="block">{t(`page.kind.${line.kind}`)}</span>
      {decision === null ? null : (
        <a href={`/besluiten/${decision.number}`} className="block py-1">
          <Quoting text={t('page.decision', decision)} written={decision.title} />
        </a>
      )}
      {spending === null ? null : (
        <span className="block py-1">
          {id === undefined ? (
            <a href={`#${spending.number}`}>
              <Quoting text={t('page.spending', spending)} written={spending.what} />
            </a>
          ) : (
            <Quoting text={t('page.spending', spending)} written={spending.what} />
          )}
        </span>
      )}
      {line.reason === '' ? null : (
        <span className="block font-normal whitespace-pre-line text-ink-soft">
          <Written>{line.reason}</Written>
        </span>
      )}
      {spending === null ? null : (
        <span className="block font-normal">
          <Quoting text={t('page.to', { payee })} written={spending.payee} />
        </span>
      )}
      {id === undefined || spending?.deciders == null ? null : <Deciders deciders={spending.deciders} />}
      {initiative === null ? null : (
        <a href={`/initiatieven/${initiative.slug}`} className="block py-1 font-normal">
          <Quoting text={t('page.plan', initiative)} written={initiative.title} />
        </a>
      )}
    </span>
  );
}
