import { useTranslation } from 'react-i18next';

/** For who uses the keyboard: past the navigation, to the content. */
export function SkipLink() {
  const { t } = useTranslation('shell');
  return (
    <a href="#inhoud" className="skip-link button button-sun">
      {t('skip')}
    </a>
  );
}
