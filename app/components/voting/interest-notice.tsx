import { useTranslation } from 'react-i18next';
import type { WinnerWork } from '#app/modules/voting/winner-views.ts';
import { Notice } from '../page/notice.tsx';

/** Why this person does not run the vote, and whom to ask where everybody has an interest. */
export function InterestNotice({ follows }: { follows: Pick<WinnerWork, 'hasInterest' | 'nobodyFree'> }) {
  const { t } = useTranslation('voteFollows');
  const { hasInterest, nobodyFree } = follows;
  if (nobodyFree) return <Notice tone="warning" title={t('interest.everybody')} />;
  return hasInterest ? <Notice tone="warning" title={t('interest.own')} /> : null;
}
