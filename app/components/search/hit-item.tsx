import { useTranslation } from 'react-i18next';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import { plainTitle, type HitGroup } from '#app/modules/search/grouped.ts';
import { DateText } from '../content/date-text.tsx';
import { Money } from '../content/money.tsx';
import { Icon } from '../icon/icon.tsx';
import { AreaTag } from '../initiative/tags.tsx';
import { kindIcons } from './kind-icons.ts';
import { Marked } from './marked.tsx';
import { useFilterWords } from './use-filter-words.ts';

/** One thing that was found: what it is, its title and where the words stand in it, and where, how far, how much and when. */
export function HitItem({ group: { hit, also } }: { group: HitGroup }) {
  const { t } = useTranslation('search');
  const { stageWord, placeOf } = useFilterWords();
  const place = placeOf(hit);
  return (
    <article className="card flex flex-col items-start gap-2 rounded bg-surface p-4 sm:p-5">
      <p className="inline-flex items-center gap-1.5 text-sm font-semibold text-garden">
        <Icon name={kindIcons[hit.kind]} className="size-[1.1em]" />
        {t(`kind.${hit.kind}`)}
      </p>
      <h3 className="text-lg">
        <a href={hit.path} className="card-link text-ink">
          <Marked fragments={hit.title} />
        </a>
      </h3>
      {hit.text.length === 0 ? null : (
        <p className="text-ink-soft">
          <Marked fragments={hit.text} />
        </p>
      )}
      <ul className="flex flex-wrap items-center gap-x-5 gap-y-1 text-sm empty:hidden">
        {hit.stage === null ? null : (
          <li className="rounded bg-tint-sand px-2 py-0.5 font-semibold">{stageWord(hit.stage)}</li>
        )}
        {place === '' ? null : (
          <li>
            <AreaTag name={place} />
          </li>
        )}
        {hit.cents === null ? null : (
          <li>
            <Money cents={cents(hit.cents)} />
          </li>
        )}
        {hit.date === null ? null : (
          <li className="text-ink-soft">
            {t(`dated.${hit.kind}`)} <DateText value={calendarDate(hit.date)} />
          </li>
        )}
      </ul>
      {also.length === 0 ? null : (
        <div className="flex flex-wrap items-center gap-x-4 text-sm">
          <p>{t('also')}</p>
          <ul className="contents">
            {also.map(({ id, kind, path }) => (
              <li key={id}>
                <a
                  href={path}
                  aria-label={t('alsoOf', {
                    kind: t(`kind.${kind}`),
                    title: plainTitle(hit),
                  })}
                  className="inline-flex min-h-11 items-center gap-1.5"
                >
                  <Icon name={kindIcons[kind]} className="size-[1.1em]" />
                  {t(`kind.${kind}`)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </article>
  );
}
