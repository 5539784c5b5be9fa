import { useTranslation } from 'react-i18next';
import type { MaskedAccount } from '#app/modules/bank/iban.ts';
import { MaskedNumber } from './masked-account.tsx';

/** On the page of one's allowances: to which account they go, or that there is none yet. */
export function AccountCard({ account }: { account: MaskedAccount | null }) {
  const { t } = useTranslation('bank');
  return (
    <div className={`card rounded p-5 ${account === null ? 'bg-tint-sand' : 'bg-surface'}`}>
      <h2 className="text-lg">
        <a href="/mijn-vergoedingen/rekening" className="card-link text-ink">
          {t('card.title')}
        </a>
      </h2>
      <p className="mt-1">{account === null ? t('card.none') : <MaskedNumber account={account} />}</p>
    </div>
  );
}
