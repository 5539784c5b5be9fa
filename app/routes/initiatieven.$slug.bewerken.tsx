import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { ButtonLink, SubmitButton } from '#app/components/forms/buttons.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { goTo, notFound } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { startRevision } from '#app/modules/initiatives/commands/start-revision.server.ts';
import { ownInitiative } from '#app/modules/initiatives/queries/own-initiative.query.server.ts';
import { draftHref, draftPlace } from '#app/modules/initiatives/steps.ts';
import { signedIn } from '#app/modules/people/policy.ts';

export const loader = guardLoader(signedIn, async ({ database, actor, params, now }) => {
  const own = await ownInitiative(database, actor, params.slug ?? '', now);
  if (own === null) throw notFound();
  return own;
});

export const action = guardAction(signedIn, async ({ database, actor, context, params, platform, now }) => {
  const own = await ownInitiative(database, actor, params.slug ?? '', now);
  if (own === null) throw notFound();
  const started = await startRevision({ initiativeId: own.id }, signedInContext(context));
  if (started.ok) return goTo(draftPlace(started.value), platform);
  // the page itself says that it cannot be changed now
  return goTo(`/initiatieven/${own.slug}/bewerken`, platform);
});

export const meta = pageTitle<typeof loader>((t) => t('initiatives:edit.title'));

export default function Edit() {
  const own = useLoaderData<typeof loader>();
  const { t } = useTranslation('initiatives');
  return (
    <Page width="form">
      <PageHeader
        tone="plain"
        breadcrumbs={
          <Breadcrumbs crumbs={[{ label: <Written>{own.title}</Written>, href: `/initiatieven/${own.slug}` }]} />
        }
        title={t('edit.title')}
        lead={own.mayEdit ? t('edit.lead') : undefined}
      />
      {!own.mayEdit ? (
        <Notice title={t('edit.closed')} />
      ) : own.hasDraft ? (
        <div>
          <ButtonLink href={draftHref(own.id)}>{t('own.continue')}</ButtonLink>
        </div>
      ) : (
        <form method="post">
          <SubmitButton>{t('edit.submit')}</SubmitButton>
        </form>
      )}
    </Page>
  );
}
