import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { Card } from '#app/components/page/card.tsx';

type SimilarPlansProps = { similar: readonly { slug: string; title: string; summary: string }[] };

/** Initiatives that resemble what is being written, to look at before going on. */
export function SimilarPlans({ similar }: SimilarPlansProps) {
  const { t } = useTranslation('draft');
  if (similar.length === 0) return null;
  return (
    <Card tone="water">
      <h2 className="text-lg">{t('frame.similarTitle')}</h2>
      <p>{t('frame.similarText')}</p>
      <ul className="mt-2">
        {similar.map(({ slug, title, summary }) => (
          <li key={slug}>
            <a
              href={`/initiatieven/${slug}`}
              target="_blank"
              rel="noreferrer"
              className="inline-block py-2 font-semibold"
            >
              <Written>{title}</Written>
            </a>
            <p className="line-clamp-2 text-ink-soft">
              <Written>{summary}</Written>
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
