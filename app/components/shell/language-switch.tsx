import { useTranslation } from 'react-i18next';
import { Icon } from '../icon/icon.tsx';

/** Changes the language and comes back to this page. The button is in the language it leads to. */
export function LanguageSwitch({ currentPath }: { currentPath: string }) {
  const { i18n } = useTranslation('shell');
  const other = i18n.language === 'en' ? { code: 'nl', name: 'Nederlands' } : { code: 'en', name: 'English' };
  return (
    <form method="post" action="/taal">
      <input type="hidden" name="taal" value={other.code} />
      <input type="hidden" name="terug" value={currentPath} />
      <button type="submit" lang={other.code} className="shell-link cursor-pointer">
        <Icon name="language" />
        {other.name}
      </button>
    </form>
  );
}
