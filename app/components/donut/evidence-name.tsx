import { useTranslation } from 'react-i18next';
import type { EvidenceKind } from '#app/modules/donutfonds/call.ts';
import { Written } from '../content/written.tsx';

/** What the evidence is: a known instrument, or another by the name that people gave it. */
export function EvidenceName({ kind, name }: { kind: EvidenceKind; name: string }) {
  const { t } = useTranslation('donutfonds');
  return kind === 'other' ? <Written>{name}</Written> : t(`evidence.${kind}`);
}
