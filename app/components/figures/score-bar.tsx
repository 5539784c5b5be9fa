import { useTranslation } from 'react-i18next';
import { useFormats } from '../content/use-formats.ts';

type ScoreBarProps = {
  label: string;
  /** The average, from 0 to `max`. */
  score: number;
  max: number;
  /** The lowest average with which an initiative can be granted. */
  minimum?: number | null;
};

/** One average on its scale, with the threshold as a mark; the figures stand beside it. */
export function ScoreBar({ label, score, max, minimum = null }: ScoreBarProps) {
  const { t } = useTranslation('components');
  const { figure } = useFormats();
  const isTooLow = minimum !== null && score < minimum;
  const at = (value: number) => `${(Math.min(max, Math.max(0, value)) / max) * 100}%`;
  return (
    <div className="grid gap-1.5">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span>{label}</span>
        <span className={`tabular font-bold ${isTooLow ? 'text-brick' : ''}`}>
          {t('score.outOf', { score: figure(score, 'average'), max })}
        </span>
      </p>
      <svg className="h-4 w-full overflow-visible" aria-hidden="true" focusable="false">
        <rect className="fill-line" y="2" width="100%" height="12" />
        <rect className={isTooLow ? 'fill-brick' : 'fill-garden'} y="2" width={at(score)} height="12" />
        {minimum === null ? null : (
          <line className="stroke-ink" x1={at(minimum)} x2={at(minimum)} y1="-2" y2="18" strokeWidth="3" />
        )}
      </svg>
      {minimum === null ? null : (
        <p className={`text-sm ${isTooLow ? 'font-semibold text-brick' : 'text-ink-soft'}`}>
          {t(isTooLow ? 'score.belowMinimum' : 'score.minimum', { minimum: figure(minimum, 'average') })}
        </p>
      )}
    </div>
  );
}
