import { CardGrid } from '../page/card.tsx';
import { InitiativeCard } from '../initiative/initiative-card.tsx';
import type { StageName } from '../initiative/stage-badge.tsx';

type InitiativeItem = {
  id: string;
  slug: string;
  title: string;
  summary: string;
  stage: StageName;
  theme: string | null;
  area: string | null;
  organisation: string | null;
  picture?: { src: string; alt: string; width: number; height: number } | null;
};

/** Initiatives as cards that lead to their pages. */
export function InitiativeGrid({ initiatives, label }: { initiatives: readonly InitiativeItem[]; label: string }) {
  return (
    <CardGrid label={label}>
      {initiatives.map(({ slug, ...card }) => (
        <li key={card.id}>
          <InitiativeCard {...card} href={`/initiatieven/${slug}`} />
        </li>
      ))}
    </CardGrid>
  );
}
