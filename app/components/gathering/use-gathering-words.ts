import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';

/** Words for when a gathering is and which languages it has, in the language of the page. */
export function useGatheringWords() {
  const { t, i18n } = useTranslation('gatherings');
  const language = i18n.language;
  const names = new Intl.DisplayNames([language], { type: 'language' });
  return {
    /** dinsdag 18 maart 2026, 19:30 tot 22:00 uur */
    when: ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) =>
      `${dateText(startsAt, 'long', language)}, ${t('clock', {
        from: dateText(startsAt, 'clock', language),
        until: dateText(endsAt, 'clock', language),
      })}`,
    day: (moment: Date) => dateText(moment, 'long', language),
    clock: (moment: Date) => dateText(moment, 'clock', language),
    moment: (moment: Date) => dateText(moment, 'time', language),
    language: (code: string) => (code === 'ber' ? 'Tamazight' : (names.of(code) ?? code)),
  };
}
