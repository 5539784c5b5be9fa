import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../forms/buttons.tsx';
import { Section } from '../page/section.tsx';

type CalendarFeedProps = {
  title: string;
  text: string;
  /** Address of the feed, as a browser asks for it. */
  address: string;
};

/** How to follow a calendar in one's own. Calendars ask under a scheme of theirs; who has one on the web pastes the address. */
export function CalendarFeed({ title, text, address }: CalendarFeedProps) {
  const { t } = useTranslation('components');
  return (
    <Section title={title}>
      <p className="max-w-prose">{text}</p>
      <p className="mt-4">
        <ButtonLink href={address.replace(/^https?:/, 'webcal:')} tone="quiet">
          {t('calendarFeed.add')}
        </ButtonLink>
      </p>
      <details className="mt-3">
        <summary className="inline-flex min-h-11 cursor-pointer items-center">{t('calendarFeed.how')}</summary>
        <p className="max-w-prose">{t('calendarFeed.howText')}</p>
        <p className="mt-1 font-semibold break-all">{address}</p>
      </details>
    </Section>
  );
}
