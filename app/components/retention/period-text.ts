import { useTranslation } from 'react-i18next';
import type { Period } from '#app/modules/retention/retention.ts';

/** Says a period in words: whole years as years. */
export function usePeriodText(): (period: Period) => string {
  const { t } = useTranslation('retention');
  return ({ amount, unit }) =>
    unit === 'month' && amount % 12 === 0
      ? t('period.year', { count: amount / 12 })
      : t(`period.${unit}`, { count: amount });
}
