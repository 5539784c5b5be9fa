import { useTranslation } from 'react-i18next';
import { matchOutcomes, type OutcomeTally } from '#app/modules/portfolios/exercise.ts';
import type { PortfolioName } from '#app/modules/portfolios/views.ts';
import { Written } from '../content/written.tsx';
import { Section } from '../page/section.tsx';

type Pair = { one: PortfolioName; other: PortfolioName };

/** Who found each other, by the names of their portfolios. */
export function PublicMatches({ matches }: { matches: readonly Pair[] }) {
  const { t } = useTranslation('exercise');
  if (matches.length === 0) return null;
  return (
    <Section title={t('publicMatches.title')}>
      <ul className="flex flex-col gap-1">
        {matches.map(({ one, other }) => (
          <li key={`${one.slug}-${other.slug}`} className="py-2">
            <NameLink portfolio={one} /> {t('publicMatches.and')} <NameLink portfolio={other} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function NameLink({ portfolio }: { portfolio: PortfolioName }) {
  return (
    <a href={`/portfolios/${portfolio.slug}`} className="font-semibold">
      <Written>{portfolio.name}</Written>
    </a>
  );
}

const figures = [...matchOutcomes, 'untold'] as const;

/** What became of the matches of half a year ago: how often each answer was given. */
export function OutcomeTallyBlock({ tally }: { tally: OutcomeTally | null }) {
  const { t } = useTranslation('exercise');
  if (tally === null) return null;
  return (
    <Section title={t('tally.title')} lead={t('tally.lead', { count: tally.total })}>
      <ul className="flex flex-col gap-1">
        {figures.map((figure) => (
          <li key={figure} className="flex items-baseline gap-4">
            <span className="tabular w-8 shrink-0 text-right font-heading text-2xl font-bold text-garden">
              {tally[figure]}
            </span>
            {t(`tally.${figure}`)}
          </li>
        ))}
      </ul>
    </Section>
  );
}
