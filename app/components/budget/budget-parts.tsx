import { useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#app/i18n/use-locale.ts';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { impossibleDay } from '#app/modules/budgets/budget-filter.ts';
import { Notice } from '../page/notice.tsx';
import { PartLinks } from '../page/part-links.tsx';

const parts = [
  { key: 'budgets', href: '/budgetten' },
  { key: 'wijken', href: '/budgetten/wijken' },
  { key: 'organisations', href: '/budgetten/organisaties' },
  { key: 'funds', href: '/fondsen' },
  { key: 'alliances', href: '/wijkallianties' },
] as const;

type BudgetPartsProps = { current?: (typeof parts)[number]['key'] };

/** The ways to look at the money. */
export function BudgetParts({ current }: BudgetPartsProps) {
  const { t } = useTranslation('publicBudget');
  const named = parts.map(({ key, href }) => ({ key, href, words: t(`part.${key}`) }));
  return <PartLinks label={t('part.label')} parts={named} current={current} />;
}

/** On which day it is how it stands, where that is not now; that a day does not exist; and that amounts are examples, where they are. */
export function BudgetNotices({ until, hasExamples }: { until: CalendarDate | null; hasExamples: boolean }) {
  const { t } = useTranslation('publicBudget');
  const locale = useLocale();
  const [address] = useSearchParams();
  const asked = impossibleDay(address);
  return (
    <>
      {asked === null ? null : (
        <Notice tone="warning" title={t('noSuchDay', { day: asked })}>
          <p>{t('noSuchDayText')}</p>
        </Notice>
      )}
      {until === null ? null : (
        <p className="text-lg font-semibold">{t('onDay', { day: dateText(until, 'day', locale) })}</p>
      )}
      {hasExamples ? (
        <Notice title={t('example')}>
          <p>{t('exampleText')}</p>
        </Notice>
      ) : null}
    </>
  );
}

/** The same page for machines. */
export function JsonLink({ href }: { href: string }) {
  const { t } = useTranslation('publicBudget');
  return (
    <p>
      <a href={href} className="inline-block py-2">
        {t('asJson')}
      </a>
    </p>
  );
}
