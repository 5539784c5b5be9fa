import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cents } from '#app/kernel/money.ts';
import { Money } from '../content/money.tsx';
import { Section } from '../page/section.tsx';
import { DecisionList } from './decision-list.tsx';

type AreaMoneyProps = { granted: { amount: Cents } & Pick<ComponentProps<typeof DecisionList>, 'decisions'> };

/** What was granted to plans that happen in an area. */
export function AreaMoney({ granted }: AreaMoneyProps) {
  const { t } = useTranslation('programme');
  return (
    <Section id="geld" title={t('area.money')}>
      {granted.decisions.length === 0 ? (
        <p className="text-ink-soft">{t('area.moneyNone')}</p>
      ) : (
        <div className="flex flex-col gap-6">
          <p>
            <span className="block text-2xl font-bold">
              <Money cents={granted.amount} />
            </span>
            {t('area.granted')}
          </p>
          <DecisionList decisions={granted.decisions} />
          <p className="text-sm text-ink-soft">{t('area.moneyNote')}</p>
        </div>
      )}
    </Section>
  );
}
