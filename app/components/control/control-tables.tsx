import { useTranslation } from 'react-i18next';
import type { CheckRun, MendedView, RuleView } from '#app/modules/control/control-view.ts';
import { DataTable } from '../content/data-table.tsx';
import { DateText } from '../content/date-text.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Icon } from '../icon/icon.tsx';

/** In a word and a drawing: colour does not speak alone. */
function Holds({ holds, children }: { holds: boolean; children: string }) {
  const look = holds ? 'bg-tint-garden text-garden' : 'bg-tint-brick text-brick';
  return (
    <span className={`inline-flex items-center gap-1.5 rounded px-2.5 py-0.5 text-sm font-semibold ${look}`}>
      <Icon name={holds ? 'check' : 'warning'} className="size-4 shrink-0" />
      {children}
    </span>
  );
}

/** Every rule, and whether it holds. */
export function RuleTable({ rules }: { rules: readonly RuleView[] }) {
  const { t } = useTranslation('control');
  return (
    <DataTable
      caption={t('rulesCaption')}
      captionHidden
      rows={rules}
      rowKey={({ name }) => name}
      columns={[
        { key: 'rule', header: t('column.rule'), cell: ({ name }) => t(`rule.${name}`) },
        {
          key: 'state',
          header: t('column.state'),
          cell: ({ violations }) => (
            <Holds holds={violations.length === 0}>{t(violations.length === 0 ? 'holds' : 'fails')}</Holds>
          ),
        },
      ]}
    />
  );
}

/** The last checks, the newest first. */
export function RunTable({ runs }: { runs: readonly CheckRun[] }) {
  const { t } = useTranslation('control');
  const { figure } = useFormats();
  return (
    <DataTable
      caption={t('runsCaption')}
      captionHidden
      rows={runs}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'when',
          header: t('column.when'),
          cell: ({ checkedAt }) => <DateText value={checkedAt} format="time" />,
        },
        {
          key: 'outcome',
          header: t('column.outcome'),
          cell: ({ brokenRules, rules }) => (
            <Holds holds={brokenRules === 0}>
              {brokenRules === 0 ? t('allRules', { count: rules }) : t('broken', { count: brokenRules })}
            </Holds>
          ),
        },
        { key: 'entries', header: t('column.entries'), cell: ({ entries }) => figure(entries), numeric: true },
        {
          key: 'lasted',
          header: t('column.lasted'),
          cell: ({ lastedMs }) => t('milliseconds', { count: lastedMs }),
          numeric: true,
        },
      ]}
    />
  );
}

/** What was wrong before and is not any more. */
export function MendedTable({ mended }: { mended: readonly MendedView[] }) {
  const { t } = useTranslation('control');
  return (
    <DataTable
      caption={t('mendedCaption')}
      captionHidden
      rows={mended}
      rowKey={({ name, offender, since }) => `${name} ${offender} ${since.toISOString()}`}
      columns={[
        { key: 'rule', header: t('column.rule'), cell: ({ name }) => t(`rule.${name}`) },
        {
          key: 'what',
          header: t('column.what'),
          cell: ({ offender }) => <code className="break-all">{offender}</code>,
        },
        { key: 'since', header: t('column.since'), cell: ({ since }) => <DateText value={since} format="time" /> },
        { key: 'until', header: t('column.until'), cell: ({ goneAt }) => <DateText value={goneAt} format="time" /> },
      ]}
    />
  );
}
