import { useTranslation } from 'react-i18next';
import { followPath } from '#app/modules/subscriptions/subject.ts';
import { changed, searchHref, searchPageSize, subjectQuery, type SearchAddress } from '#app/modules/search/address.ts';
import { grouped } from '#app/modules/search/grouped.ts';
import type { FoundView } from '#app/modules/search/views.ts';
import { ButtonLink } from '../forms/buttons.tsx';
import type { Tiles } from '../map/map-style.ts';
import { Icon } from '../icon/icon.tsx';
import { EmptyResult } from './empty-result.tsx';
import { HitItem } from './hit-item.tsx';
import { HitTable } from './hit-table.tsx';
import { SearchMap } from './search-map.tsx';

type SearchResultsProps = { state: SearchAddress; found: FoundView; tiles: Tiles | null };

/** What was found, in the form that was chosen, with the way on. */
export function SearchResults({ state, found, tiles }: SearchResultsProps) {
  const { t } = useTranslation('search');
  const { hits, next, places } = found;
  if (hits.length === 0) return <EmptyResult state={state} />;
  const groups = grouped(hits);
  return (
    <>
      <OnlyIn state={state} places={places} />
      {state.view === 'map' ? <SearchMap state={state} areas={found.options.area} tiles={tiles} /> : null}
      {state.view === 'table' ? (
        <HitTable groups={groups} />
      ) : (
        <ol className="flex flex-col gap-4" aria-label={t('results')}>
          {groups.map((group) => (
            <li key={group.hit.id}>
              <HitItem group={group} />
            </li>
          ))}
        </ol>
      )}
      <p className="no-print flex flex-wrap gap-3 empty:hidden">
        {state.cursor === null ? null : (
          <ButtonLink href={searchHref({ ...state, cursor: null })} tone="quiet" icon="arrow-up">
            {t('first')}
          </ButtonLink>
        )}
        {next === null ? null : (
          <ButtonLink href={searchHref({ ...state, cursor: next })} tone="quiet" iconAfter="arrow-right">
            {t('next', { count: searchPageSize })}
          </ButtonLink>
        )}
      </p>
      <SaveSearch state={state} />
    </>
  );
}

/** Areas whose name is in what was typed, each to see only what is there. */
function OnlyIn({ state, places }: { state: SearchAddress; places: FoundView['places'] }) {
  const { t } = useTranslation('search');
  if (places.length === 0 || places.length > 3) return null;
  return (
    <div className="no-print -my-2 flex flex-wrap items-center gap-x-3 sm:gap-x-4">
      <p aria-hidden="true" className="inline-flex items-center gap-1.5">
        <Icon name="pin" className="size-5" />
        <span className="max-sm:hidden">{t('onlyIn')}</span>
      </p>
      <ul className="contents">
        {places.map(({ code, name }) => (
          <li key={code}>
            <a
              href={searchHref(changed(state, { filters: { ...state.filters, area: [code] } }))}
              aria-label={t('place', { name })}
              className="inline-flex min-h-11 items-center"
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Mail when something new fits; nothing to keep where nothing was asked. */
function SaveSearch({ state }: { state: SearchAddress }) {
  const { t } = useTranslation('search');
  const key = subjectQuery(state).toString();
  if (key === '') return null;
  return (
    <section aria-labelledby="bewaar" className="no-print flex flex-col items-start gap-3 rounded bg-tint-water p-5">
      <h2 id="bewaar" className="text-xl">
        {t('save.title')}
      </h2>
      <p>{t('save.text')}</p>
      <ButtonLink href={followPath({ kind: 'search', key })} tone="quiet" icon="bell">
        {t('save.link')}
      </ButtonLink>
    </section>
  );
}
