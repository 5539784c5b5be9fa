import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import type { CoordinatedActivity } from '#app/modules/allowances/coordination-views.ts';
import { Facts } from '../content/facts.tsx';
import { Money } from '../content/money.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Written } from '../content/written.tsx';
import { Card } from '../page/card.tsx';

/** What was agreed of an activity: period, rates, and which money it is. */
export function ActivityFacts({ activity }: { activity: CoordinatedActivity }) {
  const { t } = useTranslation('coordination');
  const { locale } = useFormats();
  const { ground } = activity;
  const paysHours = activity.hour > 0;
  const facts = [
    { term: t('page.body'), value: <Written>{activity.bodyName}</Written> },
    {
      term: t('page.ground'),
      value: (
        <a href={ground.href} className="inline-block py-1">
          {ground.number} <Written>{ground.title}</Written>
        </a>
      ),
    },
    {
      term: t('page.period'),
      value: t('page.until', {
        from: dateText(activity.beginsOn, 'day', locale),
        to: dateText(activity.endsOn, 'day', locale),
      }),
    },
    { term: t('page.area'), value: activity.areaName ?? t('page.wholeDistrict') },
    { term: t('page.perHour'), value: paysHours ? <Money cents={activity.hour} /> : t('page.noHours') },
    { term: t('page.perHourYoung'), value: paysHours ? <Money cents={activity.hourYoung} /> : null },
    {
      term: t('page.normReason'),
      value: activity.normReason === '' ? null : <Written>{activity.normReason}</Written>,
    },
    { term: t('page.expenses'), value: t(activity.paysExpenses ? 'page.withExpenses' : 'page.noExpenses') },
  ];
  return (
    <Card tone="sand">
      <Facts facts={facts} />
    </Card>
  );
}
