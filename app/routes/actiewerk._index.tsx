import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { WorkLines } from '#app/components/action/work-lines.tsx';
import { Written } from '#app/components/content/written.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { readsActionWork } from '#app/modules/actions/policy.ts';
import { actionWork } from '#app/modules/actions/queries/action-work.query.server.ts';

export const loader = guardLoader(readsActionWork, async ({ database, actor, now }) => ({
  lists: await actionWork(database, actor, now),
}));

export const meta = pageTitle<typeof loader>((t) => t('actions:work.title'));

export default function ActionWork() {
  const { lists } = useLoaderData<typeof loader>();
  const { t } = useTranslation('actions');
  const mayMake = lists.some(({ mayKeep }) => mayKeep);
  return (
    <Page>
      <PageHeader
        title={t('work.title')}
        lead={t('work.lead')}
        tone="plain"
        actions={
          mayMake ? (
            <ButtonLink href="/actiewerk/nieuw" icon="plus">
              {t('work.add')}
            </ButtonLink>
          ) : undefined
        }
      />
      {lists.length === 0 ? <EmptyState title={t('work.noBodies')} stampId="geen-acties" /> : null}
      {lists.map(({ body, open, closed }) => (
        <Section key={body.id} title={<Written>{body.name}</Written>}>
          {open.length === 0 ? <p>{t('work.noneOpen')}</p> : <WorkLines lines={open} />}
          {closed.length === 0 ? null : (
            <details className="group mt-4">
              <summary className="fold-summary">{`${t('work.closed')} (${String(closed.length)})`}</summary>
              <div className="mt-4">
                <WorkLines lines={closed} />
              </div>
            </details>
          )}
        </Section>
      ))}
    </Page>
  );
}
