import { useTranslation } from 'react-i18next';
import { ofHundred, type ComparedRule } from './view.ts';

const words = ['nothing', 'one', 'two', 'more'] as const;
const perRow = 20;
const size = 16;
const step = 20;

/** A hundred voters as squares, fuller as more wins of what they chose; the numbers stand below in words. */
export function VoterSquares({ rule }: { rule: ComparedRule }) {
  const { t } = useTranslation('counting');
  const counts = ofHundred(rule.byWinners);
  const squares = counts.flatMap((count, level) => Array.from({ length: count }, () => level)).reverse();
  return (
    <div className="grid content-start gap-3">
      <p className="font-semibold">{t(`rule.${rule.name}`)}</p>
      <svg
        className="h-auto w-full max-w-[27rem]"
        viewBox={`0 0 ${String(perRow * step)} ${String((100 / perRow) * step)}`}
        aria-hidden="true"
        focusable="false"
      >
        {squares.map((level, at) => (
          <Square key={at} level={level} x={(at % perRow) * step + 2} y={Math.floor(at / perRow) * step + 2} />
        ))}
      </svg>
      <ul className="grid grid-cols-2 gap-x-6 gap-y-1 text-sm">
        {words.map((word, level) => (
          <li key={word} className="flex items-center gap-2">
            <svg className="size-5 shrink-0" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
              <Square level={level} x={2} y={2} />
            </svg>
            <span>{t('voters.legend', { count: counts[level] ?? 0, what: t(`voters.${word}`) })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Square({ level, x, y }: { level: number; x: number; y: number }) {
  const height = (size * level) / 3;
  return (
    <>
      <rect
        className={level === 0 ? 'fill-surface stroke-brick' : 'fill-surface stroke-garden'}
        x={x + 0.75}
        y={y + 0.75}
        width={size - 1.5}
        height={size - 1.5}
        strokeWidth="1.5"
      />
      <rect className="fill-garden" x={x} y={y + size - height} width={size} height={height} />
    </>
  );
}
