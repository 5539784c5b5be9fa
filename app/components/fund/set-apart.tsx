import { useTranslation } from 'react-i18next';
import type { Cents } from '#app/kernel/money.ts';
import { useFormats } from '../content/use-formats.ts';

/** What of the money that is left waits for a vote of residents: nobody else can promise it. */
export function SetApart({ reserved }: { reserved: Cents }) {
  const { t } = useTranslation('ledger');
  const { money } = useFormats();
  if (reserved === 0) return null;
  return (
    <p className="mt-4 max-w-prose">
      {t('fund.setApart', { amount: money(reserved) })} <a href="/stemmen">{t('fund.setApartVotes')}</a>
    </p>
  );
}
