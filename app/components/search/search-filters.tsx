import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { facetFields, type SearchAddress } from '#app/modules/search/address.ts';
import { facets, type Facet } from '#app/modules/search/port.ts';
import type { FacetOption } from '#app/modules/search/views.ts';
import { Written } from '../content/written.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Fold } from './fold.tsx';
import { MoneyEnds } from './money-ends.tsx';
import { searchFormId } from './search-form-id.ts';
import { useFilterWords } from './use-filter-words.ts';

type SearchFiltersProps = {
  state: SearchAddress;
  options: Record<Facet, FacetOption[]>;
  /** Where JavaScript runs: the form as it is now is searched for at once. */
  onChoose: () => void;
};

/** Filters that stand open from the start; the others open when something in them was chosen. */
const openAtFirst: readonly Facet[] = ['kind', 'area'];

/** So many values before the rest folds away. */
const inSight = 8;

/** Each filter with its values, and how many each leaves. Fields of the search form. */
export function SearchFilters({ state, options, onChoose }: SearchFiltersProps) {
  return (
    <div className="flex flex-col gap-1">
      {facets.map((facet) => (
        <FacetGroup
          key={facet}
          facet={facet}
          options={options[facet]}
          chosen={state.filters[facet]}
          onChoose={onChoose}
        />
      ))}
      <MoneyEnds key={`${state.money.from}-${state.money.to}`} money={state.money} onChoose={onChoose} />
    </div>
  );
}

type FacetGroupProps = {
  facet: Facet;
  options: readonly FacetOption[];
  chosen: readonly string[];
  onChoose: () => void;
};

function FacetGroup({ facet, options, chosen, onChoose }: FacetGroupProps) {
  const { t } = useTranslation('search');
  if (options.length === 0) return null;
  const shown = facet === 'area' ? areasInSight(options, chosen) : options.slice(0, inSight);
  const rest = options.filter((option) => !shown.includes(option));
  const isRestChosen = rest.some(({ value }) => chosen.includes(value));
  return (
    <Fold title={t(`facet.${facet}`)} isOpen={openAtFirst.includes(facet) || chosen.length > 0}>
      <fieldset className="pb-3">
        <legend className="sr-only">{t(`facet.${facet}`)}</legend>
        <Values facet={facet} options={shown} chosen={chosen} onChoose={onChoose} />
        {rest.length === 0 ? null : (
          <details open={isRestChosen}>
            <summary className="inline-block py-2 text-water underline">{t('more')}</summary>
            <Values facet={facet} options={rest} chosen={chosen} onChoose={onChoose} />
          </details>
        )}
      </fieldset>
    </Fold>
  );
}

/** Wijken first; the buurten of a wijk that was chosen stand below it. */
function areasInSight(options: readonly FacetOption[], chosen: readonly string[]): FacetOption[] {
  return options.filter(
    ({ value, isWijk }) => isWijk === true || chosen.includes(value) || chosen.includes(value.slice(0, 2)),
  );
}

function Values({ facet, options, chosen, onChoose }: FacetGroupProps) {
  return (
    <ul>
      {options.map((option) => (
        <Value
          key={option.value}
          facet={facet}
          option={option}
          isChosen={chosen.includes(option.value)}
          onChoose={onChoose}
        />
      ))}
    </ul>
  );
}

type ValueProps = { facet: Facet; option: FacetOption; isChosen: boolean; onChoose: () => void };

function Value({ facet, option: { value, name, count, isWijk }, isChosen, onChoose }: ValueProps) {
  const { t } = useTranslation('search');
  const { valueWord } = useFilterWords();
  const { figure } = useFormats();
  const id = useId();
  const word = valueWord(facet, value, name);
  return (
    <li className={isWijk === false ? 'pl-6' : undefined}>
      <label htmlFor={id} className="flex min-h-11 cursor-pointer items-center gap-3">
        <input
          id={id}
          form={searchFormId}
          type="checkbox"
          name={facetFields[facet]}
          value={value}
          checked={isChosen}
          onChange={onChoose}
          className="size-5 shrink-0"
        />
        <span className="min-w-0 flex-1">{name === null ? word : <Written>{word}</Written>}</span>
        <span className="tabular text-sm text-ink-soft">
          <span aria-hidden="true">{figure(count)}</span>
          <span className="sr-only">, {t('count', { count })}</span>
        </span>
      </label>
    </li>
  );
}
