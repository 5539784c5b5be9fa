import { Stamp } from '../stamp/stamp.tsx';
import { type StageName, StageBadge } from './stage-badge.tsx';
import { AreaTag, OrganisationTag, ThemeTag } from './tags.tsx';
import { Written } from '../content/written.tsx';

export type InitiativeCardProps = {
  /** Draws the stamp where there is no picture. */
  id: string;
  href: string;
  title: string;
  summary: string;
  stage: StageName;
  theme?: string | null;
  area?: string | null;
  organisation?: string | null;
  /** Picture with the words that replace it for who cannot see it. */
  picture?: { src: string; srcSet?: string; sizes?: string; alt: string; width: number; height: number } | null;
  /** Level of the title in the page. */
  headingLevel?: 2 | 3;
};

/** One initiative in a grid: the whole card is its link. Render it inside an `li` of a `CardGrid`. */
export function InitiativeCard({ headingLevel = 3, ...card }: InitiativeCardProps) {
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  return (
    <article className="card group flex h-full flex-col overflow-hidden rounded bg-surface">
      <div className="aspect-[16/9] w-full overflow-hidden">
        {card.picture === null || card.picture === undefined ? (
          <Stamp id={card.id} className="h-full w-full" />
        ) : (
          <img
            {...card.picture}
            alt={card.picture.alt}
            loading="lazy"
            decoding="async"
            className="h-full w-full object-cover"
          />
        )}
      </div>
      <div className="flex grow flex-col items-start gap-3 p-5">
        <StageBadge stage={card.stage} />
        <Heading className="text-xl">
          <a href={card.href} className="card-link text-ink decoration-transparent group-hover:decoration-current">
            <Written>{card.title}</Written>
          </a>
        </Heading>
        <p className="line-clamp-4 text-ink-soft">
          <Written>{card.summary}</Written>
        </p>
        <p className="mt-auto flex flex-col gap-1 pt-2 text-sm">
          {card.organisation ? <OrganisationTag name={card.organisation} /> : null}
          {card.area ? <AreaTag name={card.area} /> : null}
          {card.theme ? <ThemeTag name={card.theme} /> : null}
        </p>
      </div>
    </article>
  );
}
