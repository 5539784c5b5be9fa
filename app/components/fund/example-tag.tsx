import { useTranslation } from 'react-i18next';
import { Icon } from '../icon/icon.tsx';

/** Says that an amount was made up, because the papers give none. */
export function ExampleTag() {
  const { t } = useTranslation('ledger');
  return (
    <p>
      <span className="inline-flex items-center gap-1.5 rounded bg-tint-sand px-2.5 py-1 text-sm leading-tight font-semibold text-sand">
        <Icon name="info" className="size-4" />
        {t('list.example')}
      </span>
    </p>
  );
}
