import { useTranslation } from 'react-i18next';
import { comparedResult } from '#app/modules/voting/compared-result.ts';
import type { VoteOutcome } from '#app/modules/voting/result.ts';
import type { VotePageView } from '#app/modules/voting/views.ts';
import { MoneyPicture } from '../counting/compared-pictures.tsx';

/** Where the money goes, above what most votes first would have made of it. */
export function OutcomePictures({ vote, result }: { vote: VotePageView; result: VoteOutcome }) {
  const { t } = useTranslation('voting');
  const { comparison } = comparedResult(vote, result, t('wholeDistrict'));
  const [own, greedy = null] = comparison.rules;
  return own === undefined ? null : <MoneyPicture comparison={comparison} one={own} other={greedy} />;
}
