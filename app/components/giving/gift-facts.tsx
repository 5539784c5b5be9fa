import { useTranslation } from 'react-i18next';
import type { GiftWork } from '#app/modules/donations/views.ts';
import { DateText } from '../content/date-text.tsx';
import { Facts } from '../content/facts.tsx';
import { Money } from '../content/money.tsx';
import { Written } from '../content/written.tsx';

/** Everything that is known of a gift, for who works on it. */
export function GiftFacts({ gift }: { gift: GiftWork }) {
  const { t } = useTranslation(['giftWork', 'giving']);
  const { name, paidAt, intentId } = gift;
  const sum = (amount: GiftWork['fee']) => (amount === 0 ? null : <Money cents={amount} />);
  return (
    <Facts
      facts={[
        { term: t('gift.state'), value: t(`standing.${gift.standing}`) },
        {
          term: t('gift.to'),
          value: gift.purpose.name === null ? t('giving:donutfondsTitle') : <Written>{gift.purpose.name}</Written>,
        },
        { term: t('gift.begun'), value: <DateText value={gift.begunAt} format="time" /> },
        { term: t('gift.paid'), value: paidAt === null ? null : <DateText value={paidAt} format="time" /> },
        { term: t('gift.kind'), value: t(`giving:form.kinds.${gift.kind}`) },
        { term: t('gift.name'), value: name === '' ? t('gift.nameHidden') : <Written>{name}</Written> },
        { term: t('gift.showAmount'), value: t(gift.showAmount ? 'giving:form.yes' : 'giving:form.no') },
        { term: t('gift.fee'), value: sum(gift.fee) },
        { term: t('gift.refunded'), value: sum(gift.refunded) },
        { term: t('gift.elsewhere'), value: sum(gift.refundedElsewhere) },
        { term: t('gift.lost'), value: sum(gift.lost) },
        { term: t('gift.intent'), value: intentId === null ? null : <code className="break-all">{intentId}</code> },
      ]}
    />
  );
}
