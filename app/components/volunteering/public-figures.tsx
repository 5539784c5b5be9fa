import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import type { Cents } from '#app/kernel/money.ts';
import type { ActivityFigures, MonthFigure } from '#app/modules/allowances/published-figures.ts';
import type { FiguredActivity, PublicAllowances } from '#app/modules/allowances/volunteer-views.ts';
import { DataTable } from '../content/data-table.tsx';
import { Money } from '../content/money.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Quoting, Written } from '../content/written.tsx';
import { Section } from '../page/section.tsx';

/** One wijk with its activities and the months that were published of them. */
export function AreaFiguresSection({ area }: { area: PublicAllowances['areas'][number] }) {
  const { t } = useTranslation('volunteering');
  const { money } = useFormats();
  return (
    <Section title={area.areaName === null ? t('district') : <Written>{area.areaName}</Written>}>
      <p className="-mt-2 mb-6 text-ink-soft">{t('figures.area', { amount: money(area.amount) })}</p>
      <div className="flex flex-col gap-10">
        {area.activities.map((one) => (
          <ActivityTable key={one.activity.slug} figures={one} />
        ))}
        {area.others.length === 0 ? null : (
          <div>
            <h3>{t('figures.others')}</h3>
            <p className="mb-3 text-ink-soft">{t('figures.othersText')}</p>
            <MonthTable caption={t('figures.others')} months={area.others} />
          </div>
        )}
      </div>
    </Section>
  );
}

function ActivityTable({ figures }: { figures: ActivityFigures<FiguredActivity> }) {
  const { t } = useTranslation('volunteering');
  const { activity, amount, months } = figures;
  return (
    <div>
      <h3>
        <a href={`/activiteiten/${activity.slug}`} className="text-ink">
          <Written>{activity.name}</Written>
        </a>
      </h3>
      <p className="mb-3 text-ink-soft">
        <Written>{activity.body.name}</Written>
      </p>
      <MonthTable
        caption={<Quoting text={t('figures.caption', { name: activity.name })} written={activity.name} />}
        months={months}
        sum={amount}
      />
    </div>
  );
}

type MonthTableProps = { caption: ReactNode; months: readonly MonthFigure[]; sum?: Cents };

function MonthTable({ caption, months, sum }: MonthTableProps) {
  const { t, i18n } = useTranslation('volunteering');
  const rows = [
    ...months.map(({ month, amount, people }) => ({
      key: month,
      label: dateText(month, 'month', i18n.language),
      amount,
      people: String(people),
    })),
    ...(sum === undefined ? [] : [{ key: 'sum', label: t('figures.sum'), amount: sum, people: '' }]),
  ];
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={[
        { key: 'what', header: t('figures.column.what'), cell: ({ label }) => label },
        {
          key: 'amount',
          header: t('figures.column.amount'),
          numeric: true,
          cell: (row) => <Money cents={row.amount} />,
        },
        { key: 'people', header: t('figures.column.people'), numeric: true, cell: ({ people }) => people },
      ]}
      rows={rows}
      rowKey={({ key }) => key}
    />
  );
}
