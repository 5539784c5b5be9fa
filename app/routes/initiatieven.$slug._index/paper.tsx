import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import { Section } from '#app/components/page/section.tsx';
import type { InitiativePageView } from '#app/modules/initiatives/queries/initiative-page.query.server.ts';

/** What a paper of the programme says of it, and which paper. */
export function Paper({ paper }: { paper: InitiativePageView['paper'] }) {
  const { t, i18n } = useTranslation('initiatives');
  if (paper === null) return null;
  const { note, title, date } = paper;
  return (
    <Section title={t('page.paper')}>
      <p className="max-w-prose text-lg">{note}</p>
      {title === null ? null : (
        <p className="mt-3 text-ink-soft">
          {date === null
            ? t('page.paperSource', { title })
            : t('page.paperSourceDated', { title, date: dateText(date, 'day', i18n.language) })}
        </p>
      )}
    </Section>
  );
}
