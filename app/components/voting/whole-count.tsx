import { useTranslation } from 'react-i18next';
import type { comparedResult } from '#app/modules/voting/compared-result.ts';
import type { VoteOutcome } from '#app/modules/voting/result.ts';
import type { VotePageView } from '#app/modules/voting/views.ts';
import { useFormats } from '../content/use-formats.ts';
import { InShort, VoterPictures } from '../counting/compared-pictures.tsx';
import { RulesTable, SliceTables } from '../counting/compared-tables.tsx';
import { CountStory } from '../counting/count-story.tsx';
import { planName } from '../counting/view.ts';
import { Fold } from '../page/fold.tsx';
import { Notice } from '../page/notice.tsx';
import { Section } from '../page/section.tsx';
import { TurnoutTable, VotesTable } from './votes-table.tsx';

type WholeCountProps = { vote: VotePageView; result: VoteOutcome; compared: ReturnType<typeof comparedResult> };

/** Everything behind an outcome, folded: votes for each plan, where voters are, the other rule, and the count round by round. */
export function WholeCount({ vote, result, compared: { comparison, told } }: WholeCountProps) {
  const { t } = useTranslation('voting');
  const { t: tc } = useTranslation('counting');
  const { figure } = useFormats();
  const [own, greedy = null] = comparison.rules;
  const votes = comparison.projects.map((project) => project.votes);
  const plans = (rule: typeof own) => tc('money.plans', { count: rule?.winners.length ?? 0 });
  return (
    <Section title={t('result.whole')} lead={t('result.wholeLead')} id="telling">
      <div className="flex flex-col gap-3">
        <Fold
          title={t('result.perPlan')}
          note={t('result.fromTo', { least: figure(Math.min(...votes)), most: figure(Math.max(...votes)) })}
        >
          <VotesTable vote={vote} result={result} captionHidden />
        </Fold>
        {result.turnout.length < 2 ? null : (
          <Fold title={t('result.turnout')} note={t('result.areas', { count: result.turnout.length })}>
            <TurnoutTable vote={vote} result={result} />
          </Fold>
        )}
        {own === undefined ? null : (
          <Fold
            title={t(greedy === null ? 'result.whoGot' : 'result.whatIf')}
            note={
              greedy === null
                ? t('result.whoGotNote')
                : t('result.whatIfNote', { own: plans(own), other: plans(greedy) })
            }
          >
            {greedy === null ? null : (
              <Notice title={t('result.counted', { rule: tc(`rule.${own.name}`) })}>
                <p>{t('result.beside', { rule: tc('rule.greedy') })}</p>
                {greedy.tied.length === 0 ? null : (
                  <p>
                    {tc('compare.tied', {
                      rule: tc('rule.greedy').toLowerCase(),
                      projects: greedy.tied.map((place) => planName(comparison, place)).join(', '),
                    })}
                  </p>
                )}
              </Notice>
            )}
            <InShort comparison={comparison} one={own} other={greedy} />
            <VoterPictures comparison={comparison} one={own} other={greedy} />
            <SliceTables one={own} other={greedy} limits={comparison.categories} />
            {greedy === null ? null : <RulesTable comparison={comparison} />}
          </Fold>
        )}
        <Fold title={t('result.rounds')} note={t('result.roundsNote', { count: result.rounds.length })}>
          <CountStory comparison={comparison} told={told} />
        </Fold>
      </div>
    </Section>
  );
}
