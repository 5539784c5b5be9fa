import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { StageBadge } from '#app/components/initiative/stage-badge.tsx';
import { Section } from '#app/components/page/section.tsx';
import type { SimilarInitiative } from '#app/modules/search/queries/similar-initiatives.query.server.ts';

/** Initiatives that could know of each other. */
export function SimilarList({ similar }: { similar: readonly SimilarInitiative[] }) {
  const { t } = useTranslation('initiatives');
  if (similar.length === 0) return null;
  return (
    <Section title={t('page.similar')}>
      <ul className="grid gap-6 md:grid-cols-3">
        {similar.map(({ slug, title, summary, stage }) => (
          <li key={slug} className="card flex flex-col items-start gap-2 rounded bg-surface p-5">
            <StageBadge stage={stage} />
            <h3 className="text-lg">
              <a href={`/initiatieven/${slug}`} className="card-link text-ink">
                <Written>{title}</Written>
              </a>
            </h3>
            <p className="line-clamp-3 text-ink-soft">
              <Written>{summary}</Written>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
