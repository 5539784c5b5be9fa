import { useTranslation } from 'react-i18next';
import { useFormats } from '../content/use-formats.ts';

export type SpreadRow = {
  key: string;
  label: string;
  /** One whole number per reviewer who scored; who abstained is not in it. */
  scores: readonly number[];
  average: number;
};

type SpreadPlotProps = { rows: readonly SpreadRow[]; max: number };

const step = 44;
const dot = 7;

/** How far the reviewers lie apart: a dot for each score, stacked, and a mark for the average. */
export function SpreadPlot({ rows, max }: SpreadPlotProps) {
  const { t } = useTranslation('components');
  const { figure } = useFormats();
  return (
    <ul className="flex flex-col gap-5">
      {rows.map((row) => (
        <li key={row.key} className="grid items-center gap-x-6 gap-y-1 sm:grid-cols-[1fr_auto_7rem]">
          <span>{row.label}</span>
          <Dots row={row} max={max} />
          <span className="tabular text-sm sm:text-right">
            <span className="sr-only">
              {t('score.given', { scores: [...row.scores].sort((a, b) => a - b).join(', ') })}{' '}
            </span>
            {t('score.average', { score: figure(row.average, 'average') })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Dots({ row, max }: { row: SpreadRow; max: number }) {
  const points = Array.from({ length: max + 1 }, (_, point) => ({
    point,
    count: row.scores.filter((score) => score === point).length,
  }));
  const tallest = Math.max(1, ...points.map(({ count }) => count));
  const width = max * step + 2 * step * 0.5;
  const base = tallest * (dot * 2 + 2) + 8;
  const x = (value: number) => step / 2 + value * step;
  return (
    <svg
      className="max-w-full"
      viewBox={`0 0 ${width} ${base + 22}`}
      width={width}
      height={base + 22}
      aria-hidden="true"
      focusable="false"
    >
      <line className="stroke-line-strong" x1={x(0)} x2={x(max)} y1={base} y2={base} strokeWidth="2" />
      <path className="fill-ink" d={`M${x(row.average)} ${base - 4}l6 9h-12z`} />
      {points.map(({ point, count }) => (
        <g key={point}>
          <line
            className="stroke-line-strong"
            x1={x(point)}
            x2={x(point)}
            y1={base - 4}
            y2={base + 4}
            strokeWidth="2"
          />
          <text className="tabular fill-ink-soft" x={x(point)} y={base + 20} textAnchor="middle" fontSize="13">
            {point}
          </text>
          {Array.from({ length: count }, (_, index) => (
            <rect
              key={index}
              className="fill-water"
              x={x(point) - dot}
              y={base - 8 - dot * 2 - index * (dot * 2 + 2)}
              width={dot * 2}
              height={dot * 2}
            />
          ))}
        </g>
      ))}
    </svg>
  );
}
