import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { Facts } from '#app/components/content/facts.tsx';
import { Section } from '#app/components/page/section.tsx';
import { resources, type Resource } from '#app/modules/initiatives/forms/needs.ts';
import type { PublicContent } from '#app/modules/initiatives/queries/initiative-page.query.server.ts';

/** What others can bring beside money, and what they can get. */
export function NeedsAndOffers({ content }: { content: PublicContent }) {
  const { t } = useTranslation('initiatives');
  return (
    <>
      <Resources title={t('page.needed')} texts={content.needs} />
      <Resources title={t('page.offered')} texts={content.offers} />
    </>
  );
}

function Resources({ title, texts }: { title: string; texts: Record<Resource, string> }) {
  const { t } = useTranslation('initiatives');
  if (resources.every((resource) => texts[resource] === '')) return null;
  return (
    <Section title={title}>
      <Facts
        layout="beside"
        facts={resources
          .filter((resource) => texts[resource] !== '')
          .map((resource) => ({
            term: t(`resource.${resource}`),
            value: (
              <span className="font-normal whitespace-pre-line">
                <Written>{texts[resource]}</Written>
              </span>
            ),
          }))}
      />
    </Section>
  );
}
