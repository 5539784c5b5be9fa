import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import type { ActivityPage } from '#app/modules/allowances/volunteer-views.ts';
import { Facts } from '../content/facts.tsx';
import { Money } from '../content/money.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Quoting, Written } from '../content/written.tsx';

/** What there is to know of an activity: where, whose money, and only numbers with enough people behind them. */
export function ActivityFacts({ activity }: { activity: ActivityPage }) {
  const { t } = useTranslation('volunteering');
  const { money, locale } = useFormats();
  const { area, ground, initiative, approved, volunteers, normReason } = activity;
  const promise = t(`page.${ground.kind}`, { number: ground.number, title: ground.title });
  return (
    <Facts
      facts={[
        {
          term: t('page.where'),
          value:
            area === null ? (
              t('district')
            ) : (
              <a href={`/gebieden/${area.code}`}>
                <Written>{area.name}</Written>
              </a>
            ),
        },
        {
          term: t('page.participants'),
          value: volunteers === null ? t('page.fewVolunteers') : t('page.volunteers', { count: volunteers }),
        },
        { term: t('page.budget'), value: <Money cents={activity.budget} /> },
        {
          term: t('page.approved'),
          value:
            approved === null
              ? t('page.fewApproved')
              : t('page.approvedText', {
                  amount: money(approved.amount),
                  date: dateText(approved.until, 'day', locale),
                }),
        },
        {
          term: t('page.ground'),
          value: (
            <a href={ground.href}>
              <Quoting text={promise} written={ground.title} />
            </a>
          ),
        },
        {
          term: t('page.plan'),
          value:
            initiative === null ? null : (
              <a href={`/initiatieven/${initiative.slug}`}>
                <Written>{initiative.title}</Written>
              </a>
            ),
        },
        { term: t('page.normReason'), value: normReason === '' ? null : <Written>{normReason}</Written> },
      ]}
    />
  );
}
