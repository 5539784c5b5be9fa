import { useTranslation } from 'react-i18next';
import type { ChangeFacts } from '#app/modules/budgets/change-view.ts';
import { Quoting } from '../content/written.tsx';

type Grounds = { facts: Pick<ChangeFacts, 'decision' | 'spending'> };

/** The decision or small spending that promised the money, in words; nothing where there is neither. */
export function GroundText({ facts: { decision, spending } }: Grounds) {
  const { t } = useTranslation('changes');
  if (decision !== null) return <Quoting text={t('decision', decision)} written={decision.title} />;
  if (spending !== null) return <Quoting text={t('spending', spending)} written={spending.title} />;
  return null;
}

/** The same as a link to its reasons. */
export function GroundLink({ facts, className = '' }: Grounds & { className?: string }) {
  const { decision, spending } = facts;
  const href = decision === null ? spending?.page : `/besluiten/${decision.number}`;
  return href === undefined ? null : (
    <a href={href} className={className}>
      <GroundText facts={facts} />
    </a>
  );
}
