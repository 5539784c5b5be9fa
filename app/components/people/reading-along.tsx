import { useTranslation } from 'react-i18next';
import { Notice } from '../page/notice.tsx';

/** Tells who only reads along why there is nothing to press on a page for work. */
export function ReadingAlong() {
  const { t } = useTranslation('administration');
  return <Notice>{t('readOnly')}</Notice>;
}
