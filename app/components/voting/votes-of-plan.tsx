import { useTranslation } from 'react-i18next';
import type { VoteOfPlan } from '#app/modules/voting/winner-views.ts';
import { Written } from '../content/written.tsx';
import { Card } from '../page/card.tsx';
import { Section } from '../page/section.tsx';

/** The votes of residents in which a plan could be chosen, and what came of it. */
export function VotesOfPlan({ votes }: { votes: readonly VoteOfPlan[] }) {
  const { t } = useTranslation('voteFollows');
  if (votes.length === 0) return null;
  return (
    <Section id="stemming" title={t('plan.title')}>
      <ul className="flex flex-col gap-4">
        {votes.map(({ slug, title, votes: count, voters, state, decision }) => (
          <li key={slug}>
            <Card tone={state === 'lost' ? 'sand' : 'garden'}>
              <p className="text-lg font-bold">
                <Written>{title}</Written>
              </p>
              <p>
                {t('plan.text', { votes: count, voters })} {t(`state.${state}`, { body: '' })}
              </p>
              <p className="mt-2 flex flex-wrap gap-x-5">
                <a href={`/stemmen/${slug}${state === 'lost' ? '#niet-gewonnen' : '#besluiten'}`}>{t('plan.link')}</a>
                {decision === null ? null : (
                  <a href={`/besluiten/${decision}`}>{t('next.decision', { number: decision })}</a>
                )}
              </p>
            </Card>
          </li>
        ))}
      </ul>
    </Section>
  );
}
