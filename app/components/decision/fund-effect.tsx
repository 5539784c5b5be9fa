import { useTranslation } from 'react-i18next';
import { Written } from '../content/written.tsx';
import { cents, noMoney, type Cents } from '#app/kernel/money.ts';
import type { PublishedDecision } from '#app/modules/decisions/published.ts';
import { Money } from '../content/money.tsx';
import { Section } from '../page/section.tsx';
import { SignedMoney } from '../fund/signed-money.tsx';

type FundEffectProps = {
  fund: { slug: string; name: string; isExample: boolean; before: Cents; after: Cents };
  amountCents: PublishedDecision['amountCents'];
};

/** What confirming does to the fund, as a sum that anybody can check. */
export function FundEffect({ fund, amountCents }: FundEffectProps) {
  const { t } = useTranslation('decisions');
  const isTooMuch = fund.after < 0;
  const lines = [
    { key: 'before', term: t('prepared.fundBefore'), value: <Money cents={fund.before} /> },
    {
      key: 'amount',
      term: t('prepared.fundAmount'),
      value: <SignedMoney cents={amountCents === null ? noMoney : cents(-amountCents)} />,
    },
  ];
  return (
    <Section title={t('prepared.fundTitle')}>
      <div className="max-w-form rounded bg-surface p-5">
        <p className="mb-3 font-semibold">
          <a href={`/fondsen/${fund.slug}`}>
            <Written>{fund.name}</Written>
          </a>
        </p>
        <dl className="flex flex-col gap-2">
          {lines.map(({ key, term, value }) => (
            <div key={key} className="flex justify-between gap-6">
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
          <div
            className={`flex justify-between gap-6 border-t-2 border-ink pt-2 font-bold ${isTooMuch ? 'text-brick' : ''}`}
          >
            <dt>{t('prepared.fundAfter')}</dt>
            <dd>
              <Money cents={fund.after} />
            </dd>
          </div>
        </dl>
        {fund.isExample ? <p className="mt-3 text-sm text-ink-soft">{t('prepared.fundExample')}</p> : null}
      </div>
    </Section>
  );
}
