import { useTranslation } from 'react-i18next';
import { Quoting, Written } from '../content/written.tsx';
import { Section } from '../page/section.tsx';

type LeftPlan = { initiativeSlug: string; title: string; kind: 'taken-out' | 'withdrawn'; reason: string | null };

/** Initiatives that left a round, and why. */
export function LeftPlans({ left }: { left: readonly LeftPlan[] }) {
  const { t } = useTranslation('scoring');
  if (left.length === 0) return null;
  return (
    <Section title={t('result.left')}>
      <ul className="flex flex-col gap-3">
        {left.map(({ initiativeSlug, title, kind, reason }) => (
          <li key={initiativeSlug} className="max-w-prose">
            <a href={`/initiatieven/${initiativeSlug}`} className="inline-block py-1 font-semibold">
              <Written>{title}</Written>
            </a>
            <p className="break-words whitespace-pre-line">
              {kind === 'withdrawn' ? (
                t('progress.leftWithdrawn')
              ) : (
                <Quoting text={t('progress.leftTakenOut', { reason: reason ?? '' })} written={reason ?? ''} />
              )}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
