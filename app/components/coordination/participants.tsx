import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import { hoursText } from '#app/modules/allowances/hours-text.ts';
import type { Participant } from '#app/modules/allowances/coordination-views.ts';
import { DataTable } from '../content/data-table.tsx';
import { Money } from '../content/money.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Written } from '../content/written.tsx';

/** Who takes part in an activity, with what was approved of it: nothing of what they do elsewhere. */
export function Participants({ people }: { people: readonly Participant[] }) {
  const { t } = useTranslation('coordination');
  const { locale } = useFormats();
  return (
    <DataTable
      caption={t('people.title')}
      captionHidden
      rows={people}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: t('people.name'),
          cell: ({ name }) => (name === '' ? t('page.nameless') : <Written>{name}</Written>),
        },
        {
          key: 'since',
          header: t('people.since'),
          cell: ({ signedUpOn, leftOn }) => (
            <>
              {dateText(signedUpOn, 'day', locale)}
              {leftOn === null ? null : `, ${t('people.left', { date: dateText(leftOn, 'day', locale) })}`}
            </>
          ),
        },
        { key: 'hours', header: t('people.hours'), numeric: true, cell: ({ minutes }) => hoursText(minutes) },
        {
          key: 'approved',
          header: t('people.approved'),
          numeric: true,
          cell: ({ approved }) => <Money cents={approved} />,
        },
      ]}
    />
  );
}
