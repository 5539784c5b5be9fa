import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonLink, ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { goTo, notFound } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { discardDraft } from '#app/modules/initiatives/commands/discard-draft.server.ts';
import { draftView } from '#app/modules/initiatives/queries/draft.query.server.ts';
import { draftHref } from '#app/modules/initiatives/steps.ts';
import { signedIn } from '#app/modules/people/policy.ts';

export const loader = guardLoader(signedIn, async ({ database, context, params }) => {
  const view = await draftView(database, signedInContext(context).actor, params.id ?? '');
  if (view === null) throw notFound();
  return { id: view.id, isRevision: view.slug !== null };
});

export const action = guardAction(signedIn, async ({ context, params, platform }) => {
  const outcome = await discardDraft({ draftId: params.id ?? '' }, signedInContext(context));
  if (!outcome.ok) throw notFound();
  const { slug } = outcome.value;
  if (slug === null) return goTo('/initiatieven/nieuw', platform, { tone: 'info', message: 'draft:discard.done' });
  return goTo(`/initiatieven/${slug}`, platform, { tone: 'info', message: 'draft:discard.doneRevision' });
});

export const meta = pageTitle<typeof loader>((t, { isRevision }) =>
  t(isRevision ? 'draft:discard.titleRevision' : 'draft:discard.title'),
);

export default function Discard() {
  const { id, isRevision } = useLoaderData<typeof loader>();
  const { t } = useTranslation('draft');
  return (
    <Page width="form">
      <PageHeader
        tone="plain"
        title={t(isRevision ? 'discard.titleRevision' : 'discard.title')}
        lead={t(isRevision ? 'discard.textRevision' : 'discard.text')}
      />
      <form method="post">
        <ButtonRow>
          <SubmitButton tone="danger" icon="trash">
            {t('discard.submit')}
          </SubmitButton>
          <ButtonLink href={draftHref(id)} tone="quiet">
            {t('discard.keep')}
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
