import { useTranslation } from 'react-i18next';
import { noMoney, subtractCents, type Cents } from '#app/kernel/money.ts';
import { Money } from '../content/money.tsx';
import { useFormats } from '../content/use-formats.ts';

/** What can be given before a limit is reached, or by how much it was passed; nothing without a limit. */
export function Room({ cents }: { cents: Cents | null }) {
  const { t } = useTranslation('procurement');
  const { money } = useFormats();
  if (cents === null) return null;
  return cents < 0 ? <>{t('past', { amount: money(subtractCents(noMoney, cents)) })}</> : <Money cents={cents} />;
}
