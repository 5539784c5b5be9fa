import { useTranslation } from 'react-i18next';
import { maskedIban } from '#app/modules/bank/iban.ts';
import type { MatchCandidate } from '#app/modules/payouts/statement-views.ts';
import { Quoting } from '../content/written.tsx';

/** Which line it is: batch, place, name and masked account. */
export function CandidateText({ line: { batchNumber, position, name, account } }: { line: MatchCandidate }) {
  const { t } = useTranslation('statements');
  const shown = name === '' ? t('item.nameless') : name;
  return (
    <>
      <Quoting text={t('item.lineText', { batch: batchNumber, position, name: shown })} written={name} />
      {account === null ? null : <span className="tabular block text-ink-soft">{maskedIban(account)}</span>}
    </>
  );
}
