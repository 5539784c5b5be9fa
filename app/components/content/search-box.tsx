import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../icon/icon.tsx';

type SearchBoxProps = { name?: string; value?: string; label: string; placeholder?: string };

/** The search field and its button. Stands inside a `FilterBar` or a GET form of its own. */
export function SearchBox({ name = 'zoek', value = '', label, placeholder }: SearchBoxProps) {
  const { t } = useTranslation('components');
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-semibold">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          type="search"
          name={name}
          defaultValue={value}
          placeholder={placeholder}
          className="input min-w-0"
        />
        <button type="submit" className="button button-main">
          <Icon name="search" />
          <span className="sr-only sm:not-sr-only">{t('search.submit')}</span>
        </button>
      </div>
    </div>
  );
}
