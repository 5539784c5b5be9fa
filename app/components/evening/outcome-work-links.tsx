import { useTranslation } from 'react-i18next';
import { Section } from '../page/section.tsx';

const pages = ['workshops', 'vragen', 'beloftes', 'verslag', 'agenda'] as const;
const labels = {
  workshops: 'workshops',
  vragen: 'questions',
  beloftes: 'promises',
  verslag: 'report',
  agenda: 'agenda',
} as const;

/** Ways to the work on an evening and what comes of it. Helpers only type over. */
export function OutcomeWorkLinks({ slug, runs }: { slug: string; runs: boolean }) {
  const { t } = useTranslation('eveningWork');
  return (
    <Section title={t('links.title')}>
      <ul className="flex flex-wrap gap-x-6">
        {pages
          .filter((page) => runs || page === 'workshops' || page === 'vragen' || page === 'beloftes')
          .map((page) => (
            <li key={page}>
              <a href={`/ontmoet-werk/${slug}/${page}`} className="inline-flex min-h-11 items-center">
                {t(`links.${labels[page]}`)}
              </a>
            </li>
          ))}
      </ul>
    </Section>
  );
}
