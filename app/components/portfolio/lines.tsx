import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Line } from '#app/modules/portfolios/portfolio.ts';
import { DateText } from '../content/date-text.tsx';
import { Written } from '../content/written.tsx';

type ShortLinesProps = { title: string; lines: readonly Line[]; most: number };

/** What a portfolio needs or offers, in short. */
export function ShortLines({ title, lines, most }: ShortLinesProps) {
  const { t } = useTranslation('portfolios');
  if (lines.length === 0) return null;
  return (
    <div>
      <p className="text-sm font-bold text-garden">{title}</p>
      <ul className="flex flex-col gap-1">
        {lines.slice(0, most).map((line) => (
          <li key={line.id} className="line-clamp-2">
            <span className="font-semibold">{t(`resource.${line.resource}`)}: </span>
            <Written>{line.text}</Written>
          </li>
        ))}
        {lines.length > most ? (
          <li className="text-sm text-ink-soft">{t('more', { count: lines.length - most })}</li>
        ) : null}
      </ul>
    </div>
  );
}

/** The same as running text of two lines at most, for a card on a phone. */
export function LinesAtAGlance({ title, lines }: Omit<ShortLinesProps, 'most'>) {
  const { t } = useTranslation('portfolios');
  if (lines.length === 0) return null;
  return (
    <p className="line-clamp-2 text-sm">
      <span className="font-bold text-garden">{title}: </span>
      {lines.map((line, index) => (
        <Fragment key={line.id}>
          {index === 0 ? null : ' · '}
          <span className="font-semibold">{t(`resource.${line.resource}`)}</span> <Written>{line.text}</Written>
        </Fragment>
      ))}
    </p>
  );
}

type LinesProps = {
  lines: readonly (Line & { fromVersion?: number | null })[];
  /** Where to go to answer a line; null: nobody can write. */
  reactHref: ((line: Line) => string) | null;
  /** Where there are none. */
  none: string;
};

/** What a portfolio needs or offers, whole. */
export function Lines({ lines, reactHref, none }: LinesProps) {
  const { t } = useTranslation('portfolios');
  if (lines.length === 0) return <p className="text-ink-soft">{none}</p>;
  return (
    <ul className="flex flex-col gap-3">
      {lines.map((line) => (
        <li key={line.id} className="rounded bg-surface p-4">
          <p className="text-sm font-bold text-garden">
            {t(`resource.${line.resource}`)}
            {line.fromVersion == null ? null : (
              <span className="font-normal text-ink-soft"> · {t('page.fromPlan')}</span>
            )}
          </p>
          <p className="whitespace-pre-line">
            <Written>{line.text}</Written>
          </p>
          <div className="flex flex-wrap items-center justify-between gap-x-4">
            {line.until === null ? <span /> : <Until day={line.until} />}
            {reactHref === null ? null : (
              <a href={reactHref(line)} className="inline-block py-2.5 font-semibold">
                {t('page.react')}
                <span className="sr-only">
                  : <Written>{line.text.slice(0, 60)}</Written>
                </span>
              </a>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The last day of a line. */
export function Until({ day }: { day: NonNullable<Line['until']> }) {
  const { t } = useTranslation('portfolios');
  const [before = '', after = ''] = t('until', { date: '|' }).split('|');
  return (
    <span className="text-sm text-ink-soft">
      {before}
      <DateText value={day} format="day" />
      {after}
    </span>
  );
}
