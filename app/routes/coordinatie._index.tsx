import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ActivityCards } from '#app/components/coordination/activity-cards.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { ReadingAlong } from '#app/components/people/reading-along.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { readsCoordination } from '#app/modules/allowances/policy.ts';
import { coordination } from '#app/modules/allowances/queries/coordination.query.server.ts';

export const loader = guardLoader(readsCoordination, async ({ database, actor }) => coordination(database, actor));

export const meta = pageTitle<typeof loader>((t) => t('coordination:title'));

export default function CoordinationDesk() {
  const { open, closed, mayOpen } = useLoaderData<typeof loader>();
  const { t } = useTranslation('coordination');
  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={t('list.lead')}
        tone="plain"
        actions={
          mayOpen ? (
            <ButtonLink href="/coordinatie/nieuw" icon="plus">
              {t('list.new')}
            </ButtonLink>
          ) : undefined
        }
      />
      {mayOpen ? null : <ReadingAlong />}
      <Section title={t('list.open')}>
        {open.length === 0 ? (
          <EmptyState title={t('list.none')} stampId="geen-activiteit">
            <p>{t(mayOpen ? 'list.noneText' : 'list.noneReading')}</p>
          </EmptyState>
        ) : (
          <ActivityCards lines={open} />
        )}
      </Section>
      {closed.length === 0 ? null : (
        <Section title={t('list.closed')}>
          <ActivityCards lines={closed} />
        </Section>
      )}
    </Page>
  );
}
