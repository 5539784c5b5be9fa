import { useTranslation } from 'react-i18next';
import { followPath } from '#app/modules/subscriptions/subject.ts';
import {
  activeFilters,
  changed,
  noFilters,
  searchHref,
  subjectQuery,
  type SearchAddress,
} from '#app/modules/search/address.ts';
import { EmptyState } from '../page/empty-state.tsx';

/** Nothing was found: what helps, the nearest first. */
export function EmptyResult({ state }: { state: SearchAddress }) {
  const { t } = useTranslation('search');
  const key = subjectQuery(state).toString();
  const unfiltered = changed(state, { filters: noFilters, money: { from: null, to: null } });
  return (
    <EmptyState title={t('empty.text')} stampId="niets-gevonden">
      <ul className="leading-loose">
        {activeFilters(state) === 0 ? null : (
          <li>
            <a href={searchHref(unfiltered)}>{t('empty.filters')}</a>
          </li>
        )}
        {state.text === '' ? null : <li>{t('empty.words')}</li>}
        <li>
          <a href="/initiatieven/nieuw">{t('empty.plan')}</a>
        </li>
        {key === '' ? null : (
          <li>
            <a href={followPath({ kind: 'search', key })}>{t('empty.follow')}</a>
          </li>
        )}
      </ul>
    </EmptyState>
  );
}
