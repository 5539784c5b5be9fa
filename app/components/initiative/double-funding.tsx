import { useTranslation } from 'react-i18next';
import type { Cents } from '#app/kernel/money.ts';
import { useFormats } from '../content/use-formats.ts';
import { Notice } from '../page/notice.tsx';

type DoubleFundingProps = {
  /** Costs that could be paid twice; null when there are none. */
  double: { risk: 'certain' | 'possible'; overlap: Cents } | null;
  /** For readers: only that it is so. For who writes the plan also what to do. */
  withAdvice?: boolean;
};

/** Warns when the same costs could be paid twice. */
export function DoubleFunding({ double, withAdvice = true }: DoubleFundingProps) {
  const { t } = useTranslation('draft');
  const { money } = useFormats();
  if (double === null) return null;
  const amount = money(double.overlap);
  const { risk } = double;
  return (
    <Notice
      tone={risk === 'certain' ? 'warning' : 'info'}
      title={t(withAdvice ? `double.${risk}` : `double.${risk}ForReaders`, { amount })}
    >
      {withAdvice ? <p>{t(`double.${risk}Text`)}</p> : undefined}
    </Notice>
  );
}
