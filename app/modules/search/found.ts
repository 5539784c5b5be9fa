import { kindWords, type SearchAddress } from './address.ts';
import { facets, type Answer, type Facet, type Hit } from './port.ts';
import { signpostsFor } from './signposts.ts';
import { wordsOf } from './words/split.ts';
import type { FacetOption, FilterNames, FoundView, HitView } from './views.ts';

const longestShown = 40;

/** An answer of an engine with the names that the page shows. */
export function foundView(answer: Answer, state: SearchAddress, names: FilterNames): FoundView {
  const hasWords = wordsOf(state.text).length > 0;
  const options = Object.fromEntries(
    facets.map((facet) => [facet, optionsOf(facet, answer, state.filters[facet], names)]),
  ) as Record<Facet, FacetOption[]>;
  return {
    hits: answer.hits.map((hit) => hitView(hit, names)),
    total: answer.total,
    options,
    next: answer.next,
    asked: hasWords ? state.text : '',
    unsearchable: hasWords ? '' : shortened(state.text.trim()),
    corrected: answer.corrected,
    isNear: answer.isNear,
    signposts: signpostsFor(state.text),
    places: answer.places
      .filter((code) => code in names.area && !state.filters.area.includes(code))
      .map((code) => ({ code, name: names.area[code] ?? code })),
  };
}

/** As much of it as fits in a sentence. */
function shortened(text: string): string {
  const signs = Array.from(text);
  return signs.length <= longestShown ? text : `${signs.slice(0, longestShown).join('')}…`;
}

function hitView(hit: Hit, names: FilterNames): HitView {
  const { id, kind, path, wholeDistrict, stage, cents, date } = hit;
  return {
    ...{ id, kind, path, wholeDistrict, stage, cents, date },
    title: hit.titleFragments,
    text: hit.textFragments,
    areas: placesOf(hit.areas).flatMap((code) => names.area[code] ?? []),
  };
}

/** A wijk says nothing more where one of its buurten is named. */
function placesOf(codes: readonly string[]): string[] {
  return codes.filter((code) => isBuurt(code) || !codes.some((other) => isBuurt(other) && other.startsWith(code)));
}

function isBuurt(code: string): boolean {
  return code.length > 2;
}

/** What can be chosen: what is there, and what was chosen, also where nothing is left of it. */
function optionsOf(facet: Facet, answer: Answer, chosen: readonly string[], names: FilterNames): FacetOption[] {
  const counted = (answer.facets[facet] ?? []).map(({ value, count }) => ({ value: wordOf(facet, value), count }));
  const missing = chosen.filter((value) => counted.every((one) => one.value !== value));
  const all = [...counted, ...missing.map((value) => ({ value, count: 0 }))];
  const known = namesOf(facet, names);
  const options = all
    .filter(({ value }) => known === null || value in known)
    .map(({ value, count }): FacetOption => {
      const option = { value, name: known?.[value] ?? null, count };
      return facet === 'area' ? { ...option, isWijk: !isBuurt(value) } : option;
    });
  if (facet === 'area') return options.sort((one, other) => one.value.localeCompare(other.value));
  return facet === 'year' ? options.sort((one, other) => other.value.localeCompare(one.value)) : options;
}

function wordOf(facet: Facet, value: string): string {
  return facet === 'kind' ? ((kindWords as Partial<Record<string, string>>)[value] ?? value) : value;
}

function namesOf(facet: Facet, names: FilterNames): Record<string, string> | null {
  return facet === 'theme' || facet === 'area' || facet === 'body' ? names[facet] : null;
}
