import { useTranslation } from 'react-i18next';
import { Quoting, Written } from '#app/components/content/written.tsx';
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
      <p className="max-w-prose text-lg">
        <Written>{note}</Written>
      </p>
      {title === null ? null : (
        <p className="mt-3 text-ink-soft">
          <Quoting
            text={
              date === null
                ? t('page.paperSource', { title })
                : t('page.paperSourceDated', { title, date: dateText(date, 'day', i18n.language) })
            }
            written={title}
          />
        </p>
      )}
    </Section>
  );
}
