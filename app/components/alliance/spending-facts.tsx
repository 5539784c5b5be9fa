import { useTranslation } from 'react-i18next';
import type { SpendingPageView } from '#app/modules/alliances/views.ts';
import { DateText } from '../content/date-text.tsx';
import { Facts } from '../content/facts.tsx';
import { Money } from '../content/money.tsx';
import { Written } from '../content/written.tsx';
import { Card } from '../page/card.tsx';

/** Amount, fund, payee and how far the consent is. */
export function SpendingFacts({ spending }: { spending: SpendingPageView }) {
  const { t } = useTranslation('alliances');
  const { payeeOrganisation, payeeName, payeeKind, initiative } = spending;
  const payee = payeeOrganisation?.name ?? payeeName;
  const isOpen = spending.state === 'proposed';
  return (
    <Card tone="sand">
      <h2 className="sr-only">{t('spending.facts')}</h2>
      <Facts
        facts={[
          { term: t('spending.amount'), value: <Money cents={spending.amount} /> },
          {
            term: t('spending.fund'),
            value: (
              <a href={`/fondsen/${spending.fund.slug}`} className="inline-block py-1">
                <Written>{spending.fund.name}</Written>
              </a>
            ),
          },
          { term: t('spending.payee'), value: payee === '' ? t(`payee.${payeeKind}`) : <Written>{payee}</Written> },
          {
            term: t('spending.initiative'),
            value:
              initiative === null ? null : (
                <a href={`/initiatieven/${initiative.slug}`} className="inline-block py-1">
                  <Written>{initiative.title}</Written>
                </a>
              ),
          },
          { term: t('spending.until'), value: isOpen ? <DateText value={spending.closesOn} format="day" /> : null },
          {
            term: t('spending.consents'),
            value: isOpen ? (
              <>
                {t('spending.consentsCount', { count: spending.consents })}
                <span className="block font-normal">{t('spending.seats', { count: spending.seats })}</span>
              </>
            ) : null,
          },
          {
            term: t('spending.unanswered'),
            value: isOpen ? t('spending.members', { count: spending.unanswered }) : null,
          },
        ]}
      />
    </Card>
  );
}
