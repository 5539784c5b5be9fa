import { useTranslation } from 'react-i18next';
import { comparedResult } from '#app/modules/voting/compared-result.ts';
import type { VoteOutcome } from '#app/modules/voting/result.ts';
import type { VotePageView } from '#app/modules/voting/views.ts';
import { ComparedPictures } from '../counting/compared-pictures.tsx';
import { RulesTable, SliceTables } from '../counting/compared-tables.tsx';
import { CountStory } from '../counting/count-story.tsx';
import { planName } from '../counting/view.ts';
import { Notice } from '../page/notice.tsx';

/** Where the money goes and to whom, beside what most votes first would have made of it; then the count, round by round. */
export function OutcomePictures({ vote, result }: { vote: VotePageView; result: VoteOutcome }) {
  const { t } = useTranslation('voting');
  const { t: tc } = useTranslation('counting');
  const { comparison, told } = comparedResult(vote, result, t('wholeDistrict'));
  const [own, greedy = null] = comparison.rules;
  if (own === undefined) return null;
  const name = tc(`rule.${own.name}`);
  return (
    <>
      {greedy === null ? null : (
        <Notice title={t('result.counted', { rule: name })}>
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
      <ComparedPictures comparison={comparison} one={own} other={greedy} />
      <SliceTables one={own} other={greedy} />
      {greedy === null ? null : <RulesTable comparison={comparison} />}
      <CountStory comparison={comparison} told={told} />
    </>
  );
}
