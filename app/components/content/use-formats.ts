import { useLocale } from '#app/i18n/use-locale.ts';
import { type Cents, formatCents, formatThousands } from '#app/kernel/money.ts';
import { type NumberFormat, numberText } from '#app/kernel/number-text.ts';

/** Amounts and numbers inside a sentence, in the language of the page; an amount alone is `Money`, a day `DateText`. */
export function useFormats() {
  const locale = useLocale();
  return {
    locale,
    money: (amount: Cents) => formatCents(amount, locale),
    /** Rounded, for a drawing with the exact amount beside it. */
    thousands: (amount: Cents) => formatThousands(amount, locale),
    figure: (value: number, format: NumberFormat = 'short') => numberText(value, format, locale),
  };
}
