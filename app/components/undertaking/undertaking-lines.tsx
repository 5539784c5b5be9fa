import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import type { UndertakingLine } from '#app/modules/actions/undertaking-views.ts';
import { Written } from '../content/written.tsx';
import { UndertakingBadge } from './undertaking-badge.tsx';

type LinesProps<Line extends UndertakingLine> = { lines: readonly Line[]; hrefOf: (line: Line) => string };

/** Undertakings under each other: what was promised, to whom, for when, and what became of it. */
export function UndertakingLines<Line extends UndertakingLine>({ lines, hrefOf }: LinesProps<Line>) {
  const { t, i18n } = useTranslation('undertakings');
  return (
    <ul className="flex flex-col gap-4">
      {lines.map((line) => (
        <li key={line.number} className="rounded bg-surface p-4 sm:p-5">
          <h3 className="max-w-prose text-lg break-words">
            <a href={hrefOf(line)}>
              <Written>{line.what}</Written>
            </a>
          </h3>
          <p className="mt-1 text-ink-soft">
            <Written>{t('line', { toWhom: t(`toWhom.${line.toWhom}`), body: line.body.name })}</Written>
          </p>
          <p className="mt-2 flex flex-wrap items-center gap-3">
            <UndertakingBadge state={line.state} isLate={line.isLate} />
            <span>
              {line.dueOn === null ? t('noDue') : t('due', { day: dateText(line.dueOn, 'day', i18n.language) })}
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}
