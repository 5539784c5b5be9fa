import { useTranslation } from 'react-i18next';
import { isInterestKind } from '#app/modules/scoring/interest.ts';

const ownReasons = ['near', 'portfolio', 'declared', 'proposer'] as const;

/** Why somebody has a tie, in words; what the functions of the database call it. */
export function TieReason({ tie }: { tie: string }) {
  const { t } = useTranslation(['interests', 'decisions']);
  if (isInterestKind(tie)) return t(`decisions:interest.${tie}`);
  const own = ownReasons.find((reason) => reason === tie);
  return own === undefined ? t('decisions:interest.other') : t(`work.reason.${own}`);
}
