import { useTranslation } from 'react-i18next';
import type { SpendingPageView } from '#app/modules/alliances/views.ts';
import { Notice } from '../page/notice.tsx';
import { Section } from '../page/section.tsx';
import { FlagFacts } from '../procurement/flag-facts.tsx';

type SpendingOtherMoneyProps = { spending: Pick<SpendingPageView, 'otherMoney' | 'state'> };

/** Other money that may pay the same, before members consent; nothing where there is none. */
export function SpendingOtherMoney({ spending: { otherMoney, state } }: SpendingOtherMoneyProps) {
  const { t } = useTranslation('procurement');
  if (otherMoney.length === 0) return null;
  return (
    <Section id="al-betaald" title={t('other.title')}>
      <div className="flex flex-col gap-4">
        <Notice tone="warning" title={t('other.form')}>
          <p>{t(state === 'proposed' ? 'other.spendingLead' : 'other.spendingDone')}</p>
        </Notice>
        {otherMoney.map((flag) => (
          <div key={flag.key} className="rounded bg-surface p-5">
            <FlagFacts flag={flag} of="spending" />
          </div>
        ))}
      </div>
    </Section>
  );
}
