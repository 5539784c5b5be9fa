import { useTranslation } from 'react-i18next';
import { Quoting } from '../content/written.tsx';
import type { Cents } from '#app/kernel/money.ts';
import { useFormats } from '../content/use-formats.ts';
import { Notice } from '../page/notice.tsx';
import { Section } from '../page/section.tsx';

type MoneyReachProps = {
  money: { fundName: string; isExample: boolean; available: Cents; reached: Cents; left: Cents };
};

/** What the money of the fund reaches, and by which rule. */
export function MoneyReach({ money }: MoneyReachProps) {
  const { t } = useTranslation('scoring');
  const { money: amount } = useFormats();
  return (
    <Section title={t('result.reach')}>
      <div className="prose mb-4">
        <p className="text-lg">
          <Quoting
            text={t('result.reachText', {
              fund: money.fundName,
              available: amount(money.available),
              reached: amount(money.reached),
              left: amount(money.left),
            })}
            written={money.fundName}
          />
        </p>
        <p className="text-ink-soft">{t('result.reachRule')}</p>
      </div>
      {money.isExample ? <Notice tone="info">{t('result.example')}</Notice> : null}
    </Section>
  );
}
