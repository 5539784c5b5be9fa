import { useTranslation } from 'react-i18next';
import { maskedIban, type MaskedAccount } from '#app/modules/bank/iban.ts';

/** What may be seen of an account; who listens hears it in words instead of as dots. */
export function MaskedNumber({ account, large = false }: { account: MaskedAccount; large?: boolean }) {
  const { t } = useTranslation('bank');
  const { country, lastFour } = account;
  return (
    <>
      <span aria-hidden="true" className={`tabular whitespace-nowrap ${large ? 'text-lg font-bold sm:text-xl' : ''}`}>
        {maskedIban(account)}
      </span>
      <span className="sr-only">{t('hidden', { country, lastFour: [...lastFour].join(' ') })}</span>
    </>
  );
}
