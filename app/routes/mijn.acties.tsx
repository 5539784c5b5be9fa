import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { WorkLines } from '#app/components/action/work-lines.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { ownActions } from '#app/modules/actions/queries/action-work.query.server.ts';
import { signedIn } from '#app/modules/people/policy.ts';

export const loader = guardLoader(signedIn, async ({ database, context, now }) =>
  ownActions(database, signedInContext(context).actor, now),
);

export const meta = pageTitle<typeof loader>((t) => t('actions:mine.title'));

export default function MyActions() {
  const { open, closed } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['actions', 'people']);
  return (
    <Page width="reading">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('people:mine.title'), href: '/mijn' }]} />}
        title={t('mine.title')}
        lead={t('mine.lead')}
        tone="plain"
      />
      <Section title={t('mine.open')}>
        {open.length === 0 ? (
          <EmptyState title={t('mine.none')} stampId="geen-acties">
            <p>{t('mine.noneText')}</p>
          </EmptyState>
        ) : (
          <WorkLines lines={open} />
        )}
      </Section>
      {closed.length === 0 ? null : (
        <Section title={t('mine.closed')}>
          <WorkLines lines={closed} />
        </Section>
      )}
    </Page>
  );
}
