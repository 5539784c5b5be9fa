import { useRouteError } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ErrorPage } from './components/shell/error-page.tsx';
import { KeptFormPage } from './components/shell/kept-form-page.tsx';
import { errorPageFor } from './http/error-page.ts';
import { keptFormIn, keptFormKey } from './http/kept-form.ts';

/** What stands in place of a page whose loader or action threw. */
export function PageError() {
  const { t } = useTranslation('errors');
  const error = useRouteError();
  const kept = keptFormIn(error);
  if (kept !== null) return <KeptFormPage {...kept} words={keptFormKey(kept)} />;
  const { key, href } = errorPageFor(error);
  return <ErrorPage title={t(`${key}.title`)} text={t(`${key}.text`)} action={{ label: t(`${key}.action`), href }} />;
}
