import { sortWords, sorts, viewWords, type SearchAddress } from '#app/modules/search/address.ts';
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
