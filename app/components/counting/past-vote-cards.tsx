import { useTranslation } from 'react-i18next';
import type { PastVoteCard } from '#app/modules/counting/past-vote-card.ts';
import { useFormats } from '../content/use-formats.ts';
import { Written } from '../content/written.tsx';
import { Card, CardGrid } from '../page/card.tsx';
import { EmptyState } from '../page/empty-state.tsx';

/** Votes of earlier years to choose from. */
export function PastVoteCards({ votes }: { votes: readonly PastVoteCard[] }) {
  const { t } = useTranslation('counting');
  const { money, figure } = useFormats();
  if (votes.length === 0)
    return (
      <EmptyState title={t('past.none')} stampId="geen-stemmingen">
        <p>{t('past.noneText')}</p>
      </EmptyState>
    );
  return (
    <CardGrid label={t('past.title')} isTight>
      {votes.map(({ slug, title, place, year, voters, projects, budget }) => (
        <li key={slug}>
          <Card className="h-full">
            <h3 className="mb-1 text-xl">
              <a href={`/stemmingen/verleden/${slug}`} className="text-ink">
                <Written>{title}</Written> {year}
              </a>
            </h3>
            <p className="text-sm text-ink-soft">
              <Written>{place}</Written>
            </p>
            <p className="mt-2 text-sm">
              {t('past.card', { voters: figure(voters), projects: figure(projects), budget: money(budget) })}
            </p>
          </Card>
        </li>
      ))}
    </CardGrid>
  );
}
