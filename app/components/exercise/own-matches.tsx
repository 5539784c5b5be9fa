import type { SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import type { OwnMatch } from '#app/modules/portfolios/views.ts';
import { DateText } from '../content/date-text.tsx';
import { Written } from '../content/written.tsx';
import { ButtonLink } from '../forms/buttons.tsx';
import { Section } from '../page/section.tsx';
import { OutcomeForm } from './outcome-form.tsx';

type OwnMatchesProps = {
  matches: readonly OwnMatch[];
  portfolioSlug: string;
  replyOf: (formId: string) => SubmissionResult | undefined;
};

/** Matches of a portfolio, each with its conversation and, after half a year, the question what became of it. */
export function OwnMatches({ matches, portfolioSlug, replyOf }: OwnMatchesProps) {
  const { t } = useTranslation('exercise');
  return (
    <Section title={t('matches.title')} id="matches">
      {matches.length === 0 ? <p className="text-ink-soft">{t('matches.none')}</p> : null}
      <ul className="flex flex-col gap-4">
        {matches.map((match) => (
          <li key={match.id} className="flex flex-col gap-3 rounded bg-surface px-5 py-4">
            <p className="font-bold">
              {match.other === null ? (
                t('matches.hidden')
              ) : (
                <a href={`/portfolios/${match.other.slug}`} className="inline-block py-1">
                  <Written>{match.other.name}</Written>
                </a>
              )}
            </p>
            <p className="text-sm text-ink-soft">
              <Since at={match.madeAt} />
            </p>
            {match.outcome === null ? null : <p>{t('matches.told', { outcome: t(`outcome.${match.outcome}`) })}</p>}
            {match.conversationId === null ? null : (
              <div>
                <ButtonLink href={`/berichten/${match.conversationId}`} tone="quiet" icon="mail">
                  {t('matches.conversation')}
                </ButtonLink>
              </div>
            )}
            {match.isAsked && match.outcome === null ? (
              <OutcomeForm match={match} portfolioSlug={portfolioSlug} reply={replyOf(`uitkomst-${match.id}`)} />
            ) : null}
            {match.isAsked && match.outcome !== null ? (
              <details open={replyOf(`uitkomst-${match.id}`) !== undefined}>
                <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t('matches.change')}</summary>
                <OutcomeForm match={match} portfolioSlug={portfolioSlug} reply={replyOf(`uitkomst-${match.id}`)} />
              </details>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Since({ at }: { at: Date }) {
  const { t } = useTranslation('exercise');
  const [before = '', after = ''] = t('matches.since', { date: '|' }).split('|');
  return (
    <>
      {before}
      <DateText value={at} format="day" />
      {after}
    </>
  );
}
