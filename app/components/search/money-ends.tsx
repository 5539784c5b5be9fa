import { useTranslation } from 'react-i18next';
import type { SearchAddress } from '#app/modules/search/address.ts';
import { Fold } from './fold.tsx';
import { searchFormId } from './search-form-id.ts';

type MoneyEndsProps = { money: SearchAddress['money']; onChoose: () => void };

/** Between which amounts. Is searched for when somebody leaves a field, not at each figure. */
export function MoneyEnds({ money, onChoose }: MoneyEndsProps) {
  const { t } = useTranslation('search');
  const isSet = money.from !== null || money.to !== null;
  const ends = [
    { name: 'van', label: t('from'), value: money.from },
    { name: 'tot', label: t('to'), value: money.to },
  ];
  return (
    <Fold title={t('facet.money')} isOpen={isSet}>
      <fieldset className="grid grid-cols-2 gap-3 pb-3">
        <legend className="sr-only">{t('facet.money')}</legend>
        {ends.map(({ name, label, value }) => (
          <label key={name} className="flex flex-col gap-1">
            <span className="text-sm font-semibold">
              {label} <span className="sr-only">{t('euros')}</span>
            </span>
            <span className="flex items-center gap-1">
              <span aria-hidden="true">€</span>
              <input
                form={searchFormId}
                type="text"
                inputMode="decimal"
                name={name}
                defaultValue={value === null ? '' : (value / 100).toString().replace('.', ',')}
                onBlur={onChoose}
                className="input min-w-0"
              />
            </span>
          </label>
        ))}
      </fieldset>
    </Fold>
  );
}
