import { useTranslation } from 'react-i18next';
import { useFormats } from '../content/use-formats.ts';
import { Quoting } from '../content/written.tsx';
import { dearestFirst, percentOf, type ComparedRule, type Comparison } from './view.ts';

/** All the money as one bar, and every winner as a block of it; what is left stays empty. */
export function MoneyBlocks({ comparison, rule }: { comparison: Comparison; rule: ComparedRule }) {
  const { t } = useTranslation('counting');
  const { money } = useFormats();
  const winners = dearestFirst(comparison, rule);
  const [dearest] = winners;
  const share = (amount: number) => (comparison.budget === 0 ? 0 : (100 * amount) / comparison.budget);
  const percent = (value: number) => `${String(Math.round(value * 1000) / 1000)}%`;
  let from = 0;
  const blocks = winners.map((winner, at) => {
    const x = from;
    from += share(winner.cost);
    return { ...winner, x, width: share(winner.cost), isDearest: at === 0 };
  });
  const name = dearest === undefined ? '' : dearest.name || dearest.id;
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-semibold">{t(`rule.${rule.name}`)}</span>
        <span className="tabular text-lg font-bold">{t('money.plans', { count: winners.length })}</span>
      </p>
      <svg className="meter h-14 w-full" aria-hidden="true" focusable="false">
        <rect className="meter-edge fill-tint-garden" width="100%" height="100%" />
        {blocks.map((block) => (
          <rect
            key={block.id}
            className={`count-block ${block.isDearest ? 'fill-sand' : 'fill-garden'}`}
            x={percent(block.x)}
            width={percent(block.width)}
            height="100%"
          />
        ))}
      </svg>
      <p className="text-sm text-ink-soft">
        {dearest === undefined ? (
          t('compare.nothing')
        ) : (
          <>
            <span aria-hidden="true" className="mr-2 inline-block size-3.5 bg-sand" />
            <Quoting
              text={t('money.largest', {
                name,
                percent: percentOf(dearest.cost, comparison.budget),
                of100: percentOf(dearest.votes, comparison.voters),
              })}
              written={name}
            />
          </>
        )}{' '}
        {t('money.left', { left: money(rule.left) })}
      </p>
    </div>
  );
}
