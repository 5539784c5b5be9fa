import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { useLocale } from '#app/i18n/use-locale.ts';
import { FilterBar, FilterSelect } from '../content/filter-bar.tsx';
import { SearchBox } from '../content/search-box.tsx';

type Named = { slug: string; name: string };

type BudgetFiltersProps = {
  action: string;
  activeCount: number;
  filter: {
    text: string;
    year: number | null;
    body: string;
    source: string;
    actielijn: string;
    wijk: string;
    organisation: string;
    until: CalendarDate | null;
  };
  options: {
    years: readonly number[];
    bodies: readonly Named[];
    sources: readonly (Named & { nameEn: string })[];
    actielijnen: readonly { slug: string; title: string }[];
    wijken: readonly { code: string; name: string }[];
    organisations: readonly Named[];
  };
  today: CalendarDate;
  words: { residents: string; shops: string; district: string; unknown: string };
};

/** Every way to narrow the budget down; the address holds the choice. */
export function BudgetFilters({ action, activeCount, filter, options, today, words }: BudgetFiltersProps) {
  const { t } = useTranslation('publicBudget');
  const locale = useLocale();
  const bySlug = ({ slug, name }: Named) => ({ value: slug, label: name });
  return (
    <FilterBar
      action={action}
      activeCount={activeCount}
      search={<SearchBox label={t('filter.search')} placeholder={t('filter.placeholder')} value={filter.text} />}
    >
      <YearSelect years={options.years} value={filter.year} />
      <FilterSelect
        name="team"
        label={t('filter.team')}
        value={filter.body}
        all={t('filter.anyTeam')}
        options={options.bodies.map(bySlug)}
      />
      <FilterSelect
        name="bron"
        label={t('filter.source')}
        value={filter.source}
        all={t('filter.anySource')}
        options={options.sources.map(({ slug, name, nameEn }) => ({
          value: slug,
          label: locale === 'en' ? nameEn : name,
        }))}
      />
      {options.actielijnen.length === 0 ? null : (
        <FilterSelect
          name="actielijn"
          label={t('filter.actielijn')}
          value={filter.actielijn}
          all={t('filter.anyActielijn')}
          options={options.actielijnen.map(({ slug, title }) => ({ value: slug, label: title }))}
        />
      )}
      <FilterSelect
        name="wijk"
        label={t('filter.wijk')}
        value={filter.wijk}
        all={t('filter.anyWijk')}
        options={[
          ...options.wijken.map(({ code, name }) => ({ value: code, label: name })),
          { value: words.district, label: t('filter.district') },
          { value: words.unknown, label: t('filter.unknown') },
        ]}
      />
      <FilterSelect
        name="organisatie"
        label={t('filter.organisation')}
        value={filter.organisation}
        all={t('filter.anyOrganisation')}
        options={[
          { value: words.residents, label: t('filter.residents') },
          { value: words.shops, label: t('filter.shops') },
          ...options.organisations.map(bySlug),
        ]}
      />
      <DayInput value={filter.until} today={today} />
    </FilterBar>
  );
}

export function YearSelect({ years, value }: { years: readonly number[]; value: number | null }) {
  const { t } = useTranslation('publicBudget');
  return (
    <FilterSelect
      name="jaar"
      label={t('filter.year')}
      value={value === null ? '' : String(value)}
      all={t('filter.anyYear')}
      options={years.map((year) => ({ value: String(year), label: String(year) }))}
    />
  );
}

/** Any day in the past: the figures are then those at its end. */
export function DayInput({ value, today }: { value: CalendarDate | null; today: CalendarDate }) {
  const { t } = useTranslation('publicBudget');
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-semibold">
        {t('filter.until')}
      </label>
      <input id={id} type="date" name="op" max={today} defaultValue={value ?? ''} className="input" />
    </div>
  );
}
