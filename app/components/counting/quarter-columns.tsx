import { useTranslation } from 'react-i18next';
import { percents, type ComparedRule } from './view.ts';

const width = 64;
const gap = 16;
const floor = 198;
const tall = 156;
/** A quarter that gets this much of a hundred reaches the top. */
const scale = 70;

/** What each quarter of the voters gets of a hundred euro; the line is where all get the same. */
export function QuarterColumns({ rule }: { rule: ComparedRule }) {
  const { t } = useTranslation('counting');
  const values = percents(rule.quarters);
  const top = (value: number) => floor - (Math.min(scale, value) / scale) * tall;
  const x = (at: number) => at * (width + gap) + gap;
  const across = x(4);
  return (
    <figure className="grid content-start gap-2">
      <figcaption className="font-semibold">
        {t(`rule.${rule.name}`)}
        <span className="sr-only">. {t('quarters.label', { values: values.join(', ') })}</span>
      </figcaption>
      <svg
        className="h-auto w-full max-w-[17rem]"
        viewBox={`0 0 ${String(across)} 234`}
        aria-hidden="true"
        focusable="false"
      >
        {values.map((value, at) => (
          <rect
            key={at}
            className={at === 0 ? 'fill-brick' : at === 3 ? 'fill-sand' : 'fill-garden'}
            x={x(at)}
            y={top(value)}
            width={width}
            height={floor - top(value)}
          />
        ))}
        <line className="stroke-ink" x1={0} x2={across} y1={floor} y2={floor} strokeWidth="2" />
        <line
          className="stroke-ink"
          x1={0}
          x2={across}
          y1={top(25)}
          y2={top(25)}
          strokeWidth="2"
          strokeDasharray="6 5"
        />
        {values.map((value, at) => (
          <text
            key={at}
            className="count-figure tabular fill-ink"
            x={x(at) + width / 2}
            y={top(value) - 8}
            textAnchor="middle"
            fontSize="34"
          >
            {value}
          </text>
        ))}
        <text className="fill-ink-soft" x={x(0)} y={226} fontSize="27">
          {t('quarters.least')}
        </text>
        <text className="fill-ink-soft" x={x(3) + width} y={226} textAnchor="end" fontSize="27">
          {t('quarters.most')}
        </text>
      </svg>
    </figure>
  );
}
