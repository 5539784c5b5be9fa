import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { StripeOff } from '#app/components/giving/stripe-off.tsx';
import { Card, CardGrid } from '#app/components/page/card.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { readsGifts } from '#app/modules/donations/policy.ts';
import { runningPurposes } from '#app/modules/donations/queries/public-purpose.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, platform, actor, now }) => {
  const isOnline = platform.stripe !== null;
  return {
    purposes: isOnline ? await runningPurposes(database, now) : [],
    tellsStaff: !isOnline && readsGifts(actor).ok,
  };
});

export const handle = { kept: keptPage() };

export const meta = pageTitle<typeof loader>(
  (t) => t('giving:title'),
  (t) => t('giving:lead'),
);

export default function Giving() {
  const { purposes, tellsStaff } = useLoaderData<typeof loader>();
  const { t } = useTranslation('giving');
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} tone="garden" stampId="geven" />
      {tellsStaff ? <StripeOff /> : null}
      {purposes.length === 0 ? (
        <EmptyState title={t('purposes.none')} stampId="niets-te-geven">
          <p>{t('purposes.noneText')}</p>
        </EmptyState>
      ) : (
        <Section title={t('purposes.title')}>
          <CardGrid>
            {purposes.map(({ slug, name }) => (
              <li key={slug}>
                <Card>
                  <h3 className="text-xl">
                    <a href={`/geven/${slug}`}>{name === null ? t('donutfondsTitle') : <Written>{name}</Written>}</a>
                  </h3>
                  <p className="mt-2">{t(name === null ? 'purposes.donutfonds' : 'purposes.alliance')}</p>
                </Card>
              </li>
            ))}
          </CardGrid>
        </Section>
      )}
    </Page>
  );
}
