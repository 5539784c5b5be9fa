import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import { SubmitButton } from '#app/components/forms/buttons.tsx';
import { FormKey } from '#app/components/forms/hidden-fields.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { goTo, refusalText, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { startDraft } from '#app/modules/initiatives/commands/start-draft.server.ts';
import { readText } from '#app/modules/initiatives/forms/typed.ts';
import { myInitiatives } from '#app/modules/initiatives/queries/my-initiatives.query.server.ts';
import { draftHref, draftPlace } from '#app/modules/initiatives/steps.ts';
import { signedIn } from '#app/modules/people/policy.ts';

export const loader = guardLoader(signedIn, async ({ context, database }) => {
  const mine = await myInitiatives(database, signedInContext(context).actor);
  const drafts = mine.filter(({ stage }) => stage === 'draft');
  return { formKey: newId(), drafts };
});

export const action = guardAction(signedIn, async ({ form, context, platform, t }) => {
  const started = await startDraft({ formKey: readText(form, 'formKey') }, signedInContext(context));
  if (!started.ok) return rejected({ refusal: refusalText(t, 'initiatives', started) });
  return goTo(draftPlace(started.value), platform);
});

export const meta = pageTitle<typeof loader>((t) => t('draft:start.title'));

export default function NewPlan() {
  const { formKey, drafts } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const { t, i18n } = useTranslation('draft');
  return (
    <Page width="reading">
      <PageHeader title={t('start.title')} lead={t('start.lead')} stampId="nieuw-plan" />
      {outcome ? <Notice tone="danger" role="alert" title={outcome.refusal} /> : null}
      {drafts.length === 0 ? null : (
        <Section title={t('start.mine')}>
          <ul className="flex flex-col gap-3">
            {drafts.map((draft) => (
              <li key={draft.id} className="card rounded bg-surface p-4">
                <a href={draftHref(draft.id)} className="card-link font-bold">
                  {draft.title === '' ? t('start.untitled') : draft.title}
                </a>
                <p className="text-ink-soft">
                  {t('start.progress', draft.progress)}
                  {draft.savedAt === null
                    ? null
                    : `, ${t('start.saved', { when: dateText(draft.savedAt, 'time', i18n.language) })}`}
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('start.steps')}>
        <ol className="prose list-decimal pl-6">
          <li>{t('start.write')}</li>
          <li>{t('start.check')}</li>
          <li>{t('start.decide')}</li>
        </ol>
        <p className="mt-4 max-w-prose">{t('start.public')}</p>
        <form method="post" className="mt-6">
          <FormKey value={formKey} />
          <SubmitButton>{t('start.submit')}</SubmitButton>
        </form>
      </Section>
    </Page>
  );
}
