import { useTranslation } from 'react-i18next';
import { longestQuestion } from '#app/modules/search/address.ts';
import { Icon } from '../icon/icon.tsx';

type SearchFieldProps = { text: string; onType: (text: string) => void };

/** Where somebody types what they look for. */
export function SearchField({ text, onType }: SearchFieldProps) {
  const { t } = useTranslation('search');
  return (
    <>
      <label htmlFor="zoekveld" className="mb-1 block font-semibold">
        {t('label')}
      </label>
      <div className="flex max-w-3xl gap-2">
        <input
          id="zoekveld"
          type="search"
          name="q"
          value={text}
          maxLength={longestQuestion}
          placeholder={t('placeholder')}
          autoComplete="off"
          enterKeyHint="search"
          onChange={(event) => onType(event.target.value)}
          className="input min-w-0"
        />
        <button type="submit" className="button button-main">
          <Icon name="search" />
          <span className="sr-only sm:not-sr-only">{t('submit')}</span>
        </button>
      </div>
    </>
  );
}
