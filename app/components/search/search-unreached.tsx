import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../page/notice.tsx';

/** We could not be reached while somebody typed. The form above is still filled in; it goes on by itself when there is a network. */
export function SearchUnreached() {
  const { t } = useTranslation('search');
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    window.addEventListener('online', revalidate);
    return () => window.removeEventListener('online', revalidate);
  }, [revalidate]);
  return (
    <Notice tone="warning" title={t('unreached.title')} role="alert">
      <p>{t('unreached.text')}</p>
      <p className="my-3">
        <button type="button" onClick={revalidate} aria-disabled={state !== 'idle'} className="button button-quiet">
          {t('unreached.again')}
        </button>
      </p>
    </Notice>
  );
}
