import { useTranslation } from 'react-i18next';
import type { comparedResult } from '#app/modules/voting/compared-result.ts';
import type { VoteResult } from '#app/modules/voting/result.ts';
import type { VotePageView } from '#app/modules/voting/views.ts';
import { Written } from '../content/written.tsx';
import { Notice } from '../page/notice.tsx';
import { Section } from '../page/section.tsx';
import { OutcomePictures } from './outcome-pictures.tsx';
import { OutcomeWinners } from './outcome-winners.tsx';
import { VotesTable } from './votes-table.tsx';

type ResultProps = {
  vote: VotePageView;
  result: VoteResult;
  /** Null for a tie. */
  compared: ReturnType<typeof comparedResult> | null;
};

/** What a count came to: the winners and how they won, or the tie. */
export function VoteResultView({ vote, result, compared }: ResultProps) {
  if (result.is === 'tie') return <TieView vote={vote} result={result} />;
  return (
    <>
      <OutcomeWinners vote={vote} result={result} />
      {compared === null ? null : <OutcomePictures comparison={compared.comparison} />}
    </>
  );
}

function TieView({ vote, result }: { vote: VotePageView; result: Extract<VoteResult, { is: 'tie' }> }) {
  const { t } = useTranslation('voting');
  return (
    <Section title={t('result.title')}>
      <Notice tone="warning" title={t('result.tie')}>
        <p>{t('result.tieText', { body: vote.body.name })}</p>
        <ul>
          {vote.projects
            .filter(({ number }) => result.tied.includes(number))
            .map(({ number, title }) => (
              <li key={number}>
                <Written>{title}</Written>
              </li>
            ))}
        </ul>
      </Notice>
      <div className="mt-8">
        <VotesTable vote={vote} result={result} />
      </div>
    </Section>
  );
}
