import { useTranslation } from 'react-i18next';
import { clockInAmsterdam } from '#app/kernel/amsterdam-time.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import type { Instant } from '#app/kernel/instant.ts';

const kibibyte = 1024;

/** Days, times and sizes as people say them. */
export function useMeetingWords() {
  const { t, i18n } = useTranslation('meetings');
  const { language } = i18n;
  return {
    when: ({ startsAt, endsAt }: { startsAt: Instant; endsAt: Instant }) =>
      t('time', {
        day: dateText(dayInAmsterdam(startsAt), 'long', language),
        begins: clockInAmsterdam(startsAt),
        ends: clockInAmsterdam(endsAt),
      }),
    day: (moment: Instant | string) =>
      dateText(
        typeof moment === 'string' ? (moment as Parameters<typeof dateText>[0]) : dayInAmsterdam(moment),
        'day',
        language,
      ),
    size: (bytes: number) =>
      bytes < kibibyte * kibibyte
        ? `${String(Math.max(1, Math.round(bytes / kibibyte)))} kB`
        : `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(bytes / kibibyte / kibibyte)} MB`,
  };
}
