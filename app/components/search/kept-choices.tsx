import {
  facetFields,
  sortWords,
  sorts,
  subjectQuery,
  viewWords,
  type SearchAddress,
} from '#app/modules/search/address.ts';
import { facets } from '#app/modules/search/port.ts';
import { searchFormId } from './search-form-id.ts';

/** What was chosen and has no field of its own on the page now: who searches again keeps it. */
export function KeptChoices({ state, isEmpty }: { state: SearchAddress; isEmpty: boolean }) {
  const { view, near, sort } = state;
  return (
    <>
      {view === 'list' ? null : <input form={searchFormId} type="hidden" name="vorm" value={viewWords[view]} />}
      {near === null ? null : <input form={searchFormId} type="hidden" name="bij" value={near} />}
      {!isEmpty || sort === sorts(state)[0] ? null : (
        <input form={searchFormId} type="hidden" name="sorteer" value={sortWords[sort]} />
      )}
    </>
  );
}

/** The filters where the page cannot show them, because nothing could be looked for: another try keeps them. */
export function KeptFilters({ state }: { state: SearchAddress }) {
  const fields = [...facets.map((facet) => facetFields[facet]), 'van', 'tot'];
  return [...subjectQuery(state)].map(([name, value]) =>
    fields.includes(name) ? (
      <input key={`${name} ${value}`} form={searchFormId} type="hidden" name={name} value={value} />
    ) : null,
  );
}
