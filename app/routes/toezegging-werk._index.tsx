import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { UndertakingLines } from '#app/components/undertaking/undertaking-lines.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { keepsActions, readsActionWork } from '#app/modules/actions/policy.ts';
import { undertakingWork } from '#app/modules/actions/queries/undertakings.query.server.ts';

export const loader = guardLoader(readsActionWork, async ({ database, actor, now }) => ({
  work: await undertakingWork(database, actor, now),
  mayWrite: keepsActions(actor).ok,
}));

export const meta = pageTitle<typeof loader>((t) => t('undertakings:work.title'));

const groups = ['waiting', 'open', 'closed'] as const;

export default function UndertakingDesk() {
  const { work, mayWrite } = useLoaderData<typeof loader>();
  const { t } = useTranslation('undertakings');
  const some = groups.filter((group) => work[group].length > 0);
  return (
    <Page>
      <PageHeader
        title={t('work.title')}
        lead={t('work.lead')}
        tone="plain"
        actions={
          mayWrite ? (
            <ButtonLink href="/toezegging-werk/nieuw" icon="plus">
              {t('work.add')}
            </ButtonLink>
          ) : undefined
        }
      />
      {some.length === 0 ? <EmptyState title={t('work.none')} stampId="geen-toezeggingen" /> : null}
      {some.map((group) => (
        <Section key={group} title={t(`work.${group}`)}>
          <UndertakingLines lines={work[group]} hrefOf={({ id }) => `/toezegging-werk/${id}`} />
        </Section>
      ))}
    </Page>
  );
}
