import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ReadingAlong } from '#app/components/people/reading-along.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { LinkCards } from '#app/components/people/link-cards.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { administers, readsAdministration } from '#app/modules/people/policy.ts';

export const loader = guardLoader(readsAdministration, ({ actor }) => ({ mayChange: administers(actor).ok }));

export const meta = pageTitle<typeof loader>((t) => t('administration:title'));

export default function Administration() {
  const { mayChange } = useLoaderData<typeof loader>();
  const { t } = useTranslation([
    'administration',
    'control',
    'procurement',
    'coordination',
    'retention',
    'payouts',
    'decisions',
    'integrity',
    'searchWords',
  ]);
  const places = [
    { key: 'roles', href: '/beheer/rollen' },
    { key: 'organisations', href: '/beheer/organisaties' },
    { key: 'settings', href: '/beheer/instellingen' },
    { key: 'people', href: '/beheer/tweede-stap' },
  ] as const;
  const control = { href: '/beheer/grootboekcontrole', title: t('control:title'), text: t('control:text') };
  const limits = {
    href: '/beheer/inkoopgrenzen',
    title: t('procurement:limits.title'),
    text: t('procurement:limits.text'),
  };
  const terms = {
    href: '/beheer/bezwaartermijnen',
    title: t('decisions:receipt.terms.title'),
    text: t('decisions:receipt.terms.text'),
  };
  const allowances = {
    href: '/beheer/vergoedingen',
    title: t('coordination:rules.title'),
    text: t('coordination:rules.text'),
  };
  const retention = { href: '/beheer/bewaartermijnen', title: t('retention:title'), text: t('retention:text') };
  const payer = { href: '/beheer/betaalrekening', title: t('payouts:payer.title'), text: t('payouts:payer.cardText') };
  return (
    <Page width="form">
      <PageHeader title={t('title')} lead={t('lead')} tone="sand" stampId="beheer" />
      {mayChange ? null : <ReadingAlong />}
      <LinkCards
        cards={[
          ...places.map(({ key, href }) => ({ href, title: t(`${key}.title`), text: t(`${key}.text`) })),
          control,
          limits,
          terms,
          allowances,
          retention,
          payer,
          { href: '/beheer/zoekwoorden', title: t('searchWords:title'), text: t('searchWords:text') },
          { href: '/beheer/integriteit', title: t('integrity:rule.title'), text: t('integrity:rule.text') },
        ]}
      />
    </Page>
  );
}
