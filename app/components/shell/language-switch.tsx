import { useLocale } from '#app/i18n/use-locale.ts';
import { Icon } from '../icon/icon.tsx';

/** Changes the language and comes back to this page. The button is in the language it leads to. */
export function LanguageSwitch({ currentPath }: { currentPath: string }) {
  const locale = useLocale();
  const other = locale === 'en' ? { code: 'nl', name: 'Nederlands' } : { code: 'en', name: 'English' };
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
