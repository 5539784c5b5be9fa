import { useTranslation } from 'react-i18next';
import { cents } from '#app/kernel/money.ts';
import type { PublishedOtherMoney } from '#app/modules/decisions/published.ts';
import { useFormats } from '../content/use-formats.ts';
import { Written } from '../content/written.tsx';
import { FlagAnswer } from './flag-answer.tsx';
import { LinePairText } from './line-pair.tsx';

/** In the register: that it was looked at, with the explanation; which money it is only where that is public. */
export function OtherMoneyInRegister({ flags }: { flags: readonly PublishedOtherMoney[] }) {
  const { t } = useTranslation('procurement');
  const { money } = useFormats();
  return (
    <div className="flex flex-col gap-4">
      <h3>{t('other.title')}</h3>
      <p className="max-w-prose">{t('other.lead')}</p>
      {flags.length === 0 ? <p>{t('other.none')}</p> : null}
      {flags.map((flag, index) => (
        <div key={index} className="flex flex-col gap-2 rounded bg-surface p-5">
          <p className="text-sm text-ink-soft">
            {t(`other.kind.${flag.kind}`)}
            {flag.overlapDays === null ? '' : ` · ${t('other.overlap', { count: flag.overlapDays })}`}
            {flag.amountCents === null ? '' : ` · ${money(cents(flag.amountCents))}`}
          </p>
          <p className="font-bold">
            {flag.title === null ? (
              t('other.hidden')
            ) : flag.kind === 'decision' && flag.number !== null ? (
              <a href={`/besluiten/${flag.number}`}>
                <Written>{`${flag.number} ${flag.title}`}</Written>
              </a>
            ) : (
              <Written>{flag.title}</Written>
            )}
          </p>
          {flag.lines.length === 0 ? null : (
            <ul className="list-disc pl-5">
              {flag.lines.map(({ own, ownCents, other }, line) => (
                <li key={line}>
                  <LinePairText
                    own={{ description: own, amount: cents(ownCents) }}
                    other={other === null ? null : { description: other.description, amount: cents(other.cents) }}
                  />
                </li>
              ))}
            </ul>
          )}
          <FlagAnswer answer={flag.answer} />
        </div>
      ))}
    </div>
  );
}
