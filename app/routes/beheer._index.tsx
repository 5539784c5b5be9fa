import { useTranslation } from 'react-i18next';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { LinkCards } from '#app/components/people/link-cards.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { administers } from '#app/modules/people/policy.ts';

export const loader = guardLoader(administers, () => ({}));

export const meta = pageTitle<typeof loader>((t) => t('administration:title'));

export default function Administration() {
  const { t } = useTranslation('administration');
  const places = [
    { key: 'roles', href: '/beheer/rollen' },
    { key: 'organisations', href: '/beheer/organisaties' },
    { key: 'settings', href: '/beheer/instellingen' },
    { key: 'people', href: '/beheer/tweede-stap' },
  ] as const;
  return (
    <Page width="form">
      <PageHeader title={t('title')} lead={t('lead')} tone="sand" stampId="beheer" />
      <LinkCards cards={places.map(({ key, href }) => ({ href, title: t(`${key}.title`), text: t(`${key}.text`) }))} />
    </Page>
  );
}
