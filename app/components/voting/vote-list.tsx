import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import type { VoteLine } from '#app/modules/voting/views.ts';
import { Money } from '../content/money.tsx';
import { Written } from '../content/written.tsx';
import { CardGrid } from '../page/card.tsx';

/** Votes as cards, the open ones first. */
export function VoteList({ votes, headingLevel = 2 }: { votes: readonly VoteLine[]; headingLevel?: 2 | 3 }) {
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  const { t, i18n } = useTranslation('voting');
  return (
    <CardGrid label={t('title')}>
      {votes.map((vote) => {
        const isOpen = vote.state === 'open';
        const when = vote.state === 'announced' ? 'opens' : isOpen ? 'closes' : 'closed';
        const date = dateText(when === 'opens' ? vote.opensAt : vote.closesAt, 'long', i18n.language);
        return (
          <li key={vote.slug}>
            <article
              className={`card flex h-full flex-col gap-2 rounded p-6 ${isOpen ? 'bg-tint-garden' : 'bg-surface'}`}
            >
              <p className="text-sm font-bold">{t(`state.${vote.state}`)}</p>
              <Heading className="text-xl">
                <a href={`/stemmen/${vote.slug}`} className="card-link text-ink">
                  <Written>{vote.title}</Written>
                </a>
              </Heading>
              <p className="tabular text-lg font-semibold">
                <Money cents={vote.amount} />
              </p>
              <p>
                <Written>{vote.bodyName}</Written>
                <span className="block text-ink-soft">{vote.areas.join(', ')}</span>
              </p>
              <p className="mt-auto text-sm">
                {vote.state === 'cancelled' ? null : <>{t(`line.${when}`, { date })} · </>}
                {t('line.projects', { count: vote.projects })}
              </p>
            </article>
          </li>
        );
      })}
    </CardGrid>
  );
}
