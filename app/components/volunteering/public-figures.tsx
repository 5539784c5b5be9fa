import { useTranslation } from 'react-i18next';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import type { ActivityFigures, AreaFigures, Figure } from '#app/modules/allowances/public-figures.ts';
import type { FiguredActivity } from '#app/modules/allowances/volunteer-views.ts';
import { DataTable } from '../content/data-table.tsx';
import { Money } from '../content/money.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Quoting, Written } from '../content/written.tsx';
import { Section } from '../page/section.tsx';

/** One wijk with its activities and their months. */
export function AreaFiguresSection({ area }: { area: AreaFigures<FiguredActivity> }) {
  const { t } = useTranslation('volunteering');
  const name = area.activities[0]?.activity.areaName ?? null;
  return (
    <Section title={name === null ? t('district') : <Written>{name}</Written>}>
      <p className="-mt-2 mb-6 text-ink-soft">
        {area.figure === null ? t('figures.areaHidden') : <FigureText figure={area.figure} word="area" />}
      </p>
      <div className="flex flex-col gap-10">
        {area.activities.map((one) => (
          <ActivityTable key={one.activity.slug} figures={one} />
        ))}
      </div>
    </Section>
  );
}

/** An amount and how many people are behind it, in one sentence. */
export function FigureText({ figure, word }: { figure: NonNullable<Figure>; word: 'area' | 'amountFor' }) {
  const { t } = useTranslation('volunteering');
  const { money } = useFormats();
  const people = t('figures.people', { count: figure.people });
  return <>{t(`figures.${word}`, { amount: money(figure.amount), people })}</>;
}

function ActivityTable({ figures }: { figures: ActivityFigures<FiguredActivity> }) {
  const { t, i18n } = useTranslation('volunteering');
  const { activity, figure, months } = figures;
  const amount = (shown: Figure) =>
    shown === null ? <span className="text-ink-soft">{t('figures.hidden')}</span> : <Money cents={shown.amount} />;
  const rows = [
    ...months.map((one) => ({
      key: one.month,
      label: dateText(calendarDate(`${one.month}-01`), 'month', i18n.language),
      figure: one.figure,
    })),
    { key: 'sum', label: t('figures.sum'), figure },
  ];
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
      <DataTable
        caption={<Quoting text={t('figures.caption', { name: activity.name })} written={activity.name} />}
        captionHidden
        columns={[
          { key: 'what', header: t('figures.column.what'), cell: ({ label }) => label },
          { key: 'amount', header: t('figures.column.amount'), numeric: true, cell: (row) => amount(row.figure) },
          { key: 'people', header: t('figures.column.people'), numeric: true, cell: (row) => row.figure?.people ?? '' },
        ]}
        rows={rows}
        rowKey={({ key }) => key}
      />
    </div>
  );
}
