import { useTranslation } from 'react-i18next';
import type { SpendingPageView } from '#app/modules/alliances/views.ts';
import { changeWords } from '#app/modules/budgets/change-word.ts';
import { PromiseMoney } from '../change/promise-money.tsx';
import { ButtonLink, ButtonRow } from '../forms/buttons.tsx';

type SpendingMoneyProps = { spending: Pick<SpendingPageView, 'number' | 'money' | 'mayPay'> };

/** What became of the money of a confirmed spending; whoever may, begins paying or releasing it here. */
export function SpendingMoney({ spending: { number, money, mayPay } }: SpendingMoneyProps) {
  const { t } = useTranslation('alliances');
  if (money === null || number === null) return null;
  const hrefOf = (kind: 'payment' | 'release') =>
    `/budgetbeheer/nieuw?${new URLSearchParams({ soort: changeWords[kind], uitgave: number }).toString()}`;
  return (
    <PromiseMoney money={money}>
      {mayPay ? (
        <ButtonRow>
          <ButtonLink href={hrefOf('payment')}>{t('spending.pay')}</ButtonLink>
          <ButtonLink href={hrefOf('release')} tone="quiet">
            {t('spending.release')}
          </ButtonLink>
        </ButtonRow>
      ) : null}
    </PromiseMoney>
  );
}
