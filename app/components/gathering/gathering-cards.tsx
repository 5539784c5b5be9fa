import { useTranslation } from 'react-i18next';
import type { GatheringCardView } from '#app/modules/gatherings/views.ts';
import { Written } from '../content/written.tsx';
import { Card, CardGrid } from '../page/card.tsx';
import { useGatheringWords } from './use-gathering-words.ts';

type GatheringCardsProps = {
  gatherings: readonly GatheringCardView[];
  label: string;
  /** Where a card leads; the public page when left out. */
  hrefOf?: (slug: string) => string;
  /** What to say below, for organisers. */
  noteOf?: (slug: string) => string;
};

/** Gatherings with when and where they are. */
export function GatheringCards({ gatherings, label, hrefOf, noteOf }: GatheringCardsProps) {
  const { t } = useTranslation('gatherings');
  const words = useGatheringWords();
  return (
    <CardGrid label={label}>
      {gatherings.map((gathering) => (
        <li key={gathering.slug}>
          <Card tone={gathering.state === 'cancelled' ? 'brick' : gathering.state === 'closed' ? 'sand' : 'water'}>
            <p className="text-sm font-semibold">
              <Written>{gathering.areaName}</Written> · {t(`form.${gathering.form}`)} · {t(`state.${gathering.state}`)}
            </p>
            <h3 className="mt-1 text-xl">
              <a href={(hrefOf ?? ((slug) => `/ontmoet/${slug}`))(gathering.slug)}>
                <Written>{gathering.title}</Written>
              </a>
            </h3>
            <p className="mt-2">{words.when(gathering)}</p>
            <p>
              <Written>{gathering.venueName}</Written>
            </p>
            {noteOf === undefined ? null : <p className="tabular mt-2 text-ink-soft">{noteOf(gathering.slug)}</p>}
          </Card>
        </li>
      ))}
    </CardGrid>
  );
}
