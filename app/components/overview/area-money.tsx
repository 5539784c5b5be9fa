import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { GrantList } from '../budget/grant-list.tsx';
import type { GrantedSums } from '../budget/sums.ts';
import { Facts } from '../content/facts.tsx';
import { Money } from '../content/money.tsx';
import { Section } from '../page/section.tsx';

type AreaMoneyProps = {
  money: { sums: GrantedSums; count: number } & Pick<ComponentProps<typeof GrantList>, 'grants'>;
  wijk: { code: string; name: string };
  level: 'wijk' | 'buurt';
};

/** What was promised in a wijk, by the rule of the budget pages: also on the page of one of its buurten. */
export function AreaMoney({ money: { sums, grants, count }, wijk, level }: AreaMoneyProps) {
  const { t } = useTranslation(['programme', 'publicBudget']);
  const { name } = wijk;
  return (
    <Section id="geld" title={t('programme:area.money', { name })}>
      {count === 0 ? (
        <p className="text-ink-soft">{t('programme:area.moneyNone', { name })}</p>
      ) : (
        <div className="flex flex-col gap-6">
          <p>
            <span className="block text-2xl font-bold">
              <Money cents={sums.granted} />
            </span>
            {t('programme:area.granted', { name })}
          </p>
          <Facts
            layout="beside"
            facts={[
              { term: t('publicBudget:sum.paid'), value: <Money cents={sums.paid} /> },
              { term: t('publicBudget:sum.committed'), value: <Money cents={sums.committed} /> },
              { term: t('publicBudget:sum.released'), value: <Money cents={sums.released} /> },
            ]}
          />
          <GrantList grants={grants} withoutFund onlyShare />
          <p>
            <a href={`/budgetten?wijk=${wijk.code}#besluiten`} className="inline-block py-2">
              {t('programme:area.moneyAll', { count, name })}
            </a>
          </p>
        </div>
      )}
      <p className="mt-4 max-w-prose text-sm text-ink-soft">
        {level === 'buurt' ? `${t('programme:area.moneyBuurt', { name })} ` : null}
        {t('publicBudget:wijken.rule')}
      </p>
    </Section>
  );
}
