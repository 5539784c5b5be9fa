import { useTranslation } from 'react-i18next';
import { cents } from '#app/kernel/money.ts';
import {
  activeFilters,
  changed,
  noFilters,
  searchHref,
  withoutValue,
  type SearchAddress,
} from '#app/modules/search/address.ts';
import { facets, type Facet } from '#app/modules/search/port.ts';
import type { FilterNames } from '#app/modules/search/views.ts';
import { useFormats } from '../content/use-formats.ts';
import { Icon } from '../icon/icon.tsx';
import { useFilterWords } from './use-filter-words.ts';

type ChosenFiltersProps = { state: SearchAddress; names: FilterNames };

/** What was chosen, each with a way to take it off again. */
export function ChosenFilters({ state, names }: ChosenFiltersProps) {
  const { t } = useTranslation('search');
  const { valueWord } = useFilterWords();
  const moneyWords = useMoneyWords();
  if (activeFilters(state) === 0 && state.near === null) return null;
  const nameOf = (facet: Facet, value: string) =>
    facet === 'theme' || facet === 'area' || facet === 'body' ? (names[facet][value] ?? null) : null;
  const wordOf = (facet: Facet, value: string) => {
    const name = valueWord(facet, value, nameOf(facet, value));
    if (facet === 'need') return t('needsChip', { name });
    return facet === 'offer' ? t('offersChip', { name }) : name;
  };
  const chips = facets.flatMap((facet) =>
    state.filters[facet].map((value) => ({
      key: `${facet}-${value}`,
      words: wordOf(facet, value),
      href: searchHref(withoutValue(state, facet, value)),
    })),
  );
  const { from, to } = state.money;
  if (from !== null || to !== null)
    chips.push({
      key: 'money',
      words: moneyWords(state.money),
      href: searchHref(changed(state, { money: { from: null, to: null } })),
    });
  if (state.near !== null)
    chips.push({
      key: 'near',
      words: t('near.chip', { name: names.area[state.near] ?? state.near }),
      href: searchHref(changed(state, { near: null })),
    });
  const cleared = changed(state, { filters: noFilters, money: { from: null, to: null }, near: null });
  return (
    <nav aria-label={t('chosen')} className="no-print">
      <ul className="flex flex-wrap items-center gap-2">
        {chips.map(({ key, words, href }) => (
          <li key={key}>
            <a
              href={href}
              aria-label={t('takeOff', { name: words })}
              className="inline-flex min-h-11 items-center gap-2 rounded bg-tint-garden px-3 font-semibold text-ink no-underline"
            >
              {words}
              <Icon name="cross" className="size-4" />
            </a>
          </li>
        ))}
        {chips.length < 2 ? null : (
          <li>
            <a href={searchHref(cleared)} className="button button-text">
              {t('clear')}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

function useMoneyWords() {
  const { t } = useTranslation('search');
  const { money } = useFormats();
  return ({ from, to }: SearchAddress['money']) => {
    if (from === null) return t('moneyTo', { to: money(cents(to ?? 0)) });
    if (to === null) return t('moneyFrom', { from: money(cents(from)) });
    return t('moneyBetween', { from: money(cents(from)), to: money(cents(to)) });
  };
}
