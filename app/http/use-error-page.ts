import { isRouteErrorResponse, useRouteError } from '@remix-run/react';
import { useTranslation } from 'react-i18next';

/** Pages for what can go wrong, by status. What exactly went wrong stands in the log only. */
const pages = {
  400: { key: 'invalid', href: '/' },
  403: { key: 'forbidden', href: '/mijn' },
  404: { key: 'notFound', href: '/initiatieven' },
  413: { key: 'tooLarge', href: '/' },
  500: { key: 'failed', href: '/' },
} as const;

export function useErrorPage() {
  const { t } = useTranslation('errors');
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const page = status in pages ? pages[status as keyof typeof pages] : status < 500 ? pages[400] : pages[500];
  return { title: t(`${page.key}.title`), text: t(`${page.key}.text`), action: { label: t(`${page.key}.action`), href: page.href } };
}
