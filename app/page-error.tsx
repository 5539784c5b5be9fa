import { useRouteError } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ErrorPage } from './components/shell/error-page.tsx';
import { errorPageFor } from './http/error-page.ts';

/** What stands in place of a page whose loader or action threw. */
export function PageError() {
  const { t } = useTranslation('errors');
  const { key, href } = errorPageFor(useRouteError());
  return <ErrorPage title={t(`${key}.title`)} text={t(`${key}.text`)} action={{ label: t(`${key}.action`), href }} />;
}
