import { useTranslation } from 'react-i18next';
import { addCents, noMoney } from '#app/kernel/money.ts';
import type { WorkLine } from '#app/modules/budgets/change-view.ts';
import { DataTable } from '../content/data-table.tsx';
import { Money } from '../content/money.tsx';
import { Written } from '../content/written.tsx';

/** The lines of one year with what became of their money; with a way to propose for who may. */
export function WorkLines({
  year,
  lines,
  mayPropose,
}: {
  year: number;
  lines: readonly WorkLine[];
  mayPropose: boolean;
}) {
  const { t } = useTranslation('changes');
  const sums = ['budget', 'committed', 'paid', 'available'] as const;
  const header = { budget: 'budget', committed: 'committed', paid: 'paid', available: 'left' } as const;
  return (
    <DataTable
      caption={t('work.linesCaption', { year })}
      captionHidden
      rows={lines}
      rowKey={({ slug }) => slug}
      columns={[
        {
          key: 'line',
          header: t('work.column.line'),
          cell: ({ slug, name, bodyName }) => (
            <>
              <a href={`/fondsen/${slug}`} className="inline-block py-1 text-ink">
                <Written>{name}</Written>
              </a>
              <span className="block text-sm font-normal text-ink-soft">
                <Written>{bodyName}</Written>
              </span>
            </>
          ),
        },
        ...sums.map((name) => ({
          key: name,
          header: t(`work.column.${header[name]}`),
          numeric: true,
          cell: (line: WorkLine) => <Money cents={line[name]} />,
        })),
        ...(mayPropose
          ? [
              {
                key: 'action',
                header: t('work.column.action'),
                cell: ({ slug, name }: WorkLine) => (
                  <a
                    href={`/budgetbeheer/nieuw?regel=${slug}`}
                    aria-label={t('work.proposeForLine', { name })}
                    className="inline-block py-2 whitespace-nowrap"
                  >
                    {t('work.proposeFor')}
                  </a>
                ),
              },
            ]
          : []),
      ]}
      footer={{
        line: t('work.total'),
        ...Object.fromEntries(
          sums.map((name) => [
            name,
            <Money key={name} cents={addCents(noMoney, ...lines.map((line) => line[name]))} />,
          ]),
        ),
      }}
    />
  );
}
