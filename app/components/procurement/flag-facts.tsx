import { useTranslation } from 'react-i18next';
import type { CostFlag } from '#app/modules/procurement/cost-flag.ts';
import { useFormats } from '../content/use-formats.ts';
import { Quoting, Written } from '../content/written.tsx';
import { LinePairText } from './line-pair.tsx';

/** Other money that may pay the same cost, as colleagues see it: which, of whom, how long together, and which lines. */
export function FlagFacts({ flag, of = 'plan' }: { flag: CostFlag; of?: 'plan' | 'spending' }) {
  const { t } = useTranslation('procurement');
  const { money } = useFormats();
  const title = (
    <Written>
      {flag.number === null ? '' : `${flag.number} `}
      {flag.title}
    </Written>
  );
  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm text-ink-soft">
        {t(`other.kind.${flag.kind}`)}
        {flag.kind === 'named' ? '' : ` · ${t(flag.isGiven ? 'other.given' : 'other.waiting')}`}
      </p>
      <p className="font-bold">{flag.href === null ? title : <a href={flag.href}>{title}</a>}</p>
      <p>
        <Written>{flag.bodyName}</Written> · {money(flag.amount)}
        {flag.kind === 'named' ? null : (
          <>
            {' '}
            · {t(`other.party.${flag.party}`)}
            {flag.overlapDays === null ? null : <> · {t('other.overlap', { count: flag.overlapDays })}</>}
          </>
        )}
      </p>
      {flag.kind === 'named' ? (
        <p>
          <Quoting text={t('other.named', { party: flag.bodyName })} written={flag.bodyName} />
        </p>
      ) : null}
      {flag.lines.length === 0 ? null : (
        <ul className="list-disc pl-5">
          {flag.lines.map(({ own, other, why }, index) => (
            <li key={index}>
              <LinePairText own={own} other={other} of={of} />{' '}
              <span className="text-ink-soft">{t(`other.why.${why}`)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
