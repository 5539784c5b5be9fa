import { Outlet, useLoaderData, useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Stepper } from '#app/components/content/stepper.tsx';
import { unlessAutosaving } from '#app/components/forms/use-autosave.ts';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { draftView } from '#app/modules/initiatives/queries/draft.query.server.ts';
import { draftHref, draftSteps, parseDraftStep, stepsDone } from '#app/modules/initiatives/steps.ts';
import { signedIn } from '#app/modules/people/policy.ts';

export const loader = guardLoader(signedIn, async ({ database, context, params }) => {
  const view = await draftView(database, signedInContext(context).actor, params.id ?? '');
  if (view === null) throw notFound();
  const { id, slug, stage, draft, attachments } = view;
  return {
    id,
    slug,
    stage,
    title: draft.steps['wat-en-waarom'].title.trim(),
    seen: draft.seen,
    hasFiles: attachments.length > 0,
  };
});

/** What saves itself changes nothing that this page shows. */
export const shouldRevalidate = unlessAutosaving;

/** Around every step of a draft: what it is, which step this is, and the way to the others. */
export default function DraftFrame() {
  const { id, slug, stage, title, seen, hasFiles } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  const { t } = useTranslation('draft');
  const current = parseDraftStep(pathname.split('/').at(-1));
  if (current === null) return <Outlet />;
  const done = stepsDone(seen, hasFiles);
  return (
    <Page>
      <PageHeader
        tone="plain"
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              slug === null
                ? { label: t('start.title'), href: '/initiatieven/nieuw' }
                : { label: title, href: `/initiatieven/${slug}` },
            ]}
          />
        }
        eyebrow={[slug === null ? t('frame.draft') : t('frame.revision'), title]
          .filter((text) => text !== '')
          .join(': ')}
        title={t(`step.${current}`)}
        lead={t(`lead.${current}`)}
      />
      <Stepper
        label={t('frame.steps')}
        steps={draftSteps.map((step) => ({
          title: t(`step.${step}`),
          href: draftHref(id, step),
          state: step === current ? 'current' : done.includes(step) ? 'done' : 'ahead',
        }))}
      />
      <div className="flex max-w-form flex-col gap-10">
        {stage === 'question' ? <Notice title={t('frame.answering')} /> : null}
        <Outlet />
        <p>
          <a href={`/initiatieven/concept/${id}/weggooien`} className="inline-block py-2 text-ink-soft">
            {slug === null ? t('frame.discard') : t('frame.discardRevision')}
          </a>
        </p>
      </div>
    </Page>
  );
}
