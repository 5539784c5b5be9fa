import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { UndertakingForm } from '#app/components/undertaking/undertaking-form.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { writeUndertaking } from '#app/modules/actions/commands/write-undertaking.server.ts';
import { keepsActions } from '#app/modules/actions/policy.ts';
import { bodiesToKeep } from '#app/modules/actions/queries/action-work.query.server.ts';
import { newUndertakingForm } from '#app/modules/actions/undertaking-form.ts';

export const loader = guardLoader(keepsActions, async ({ database, actor }) => ({
  bodies: await bodiesToKeep(database, actor),
  formKey: newId(),
}));

export const action = guardAction(keepsActions, async ({ form, context, platform }) => {
  const submission = parseForm(form, newUndertakingForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const { id, bodyId, ...content } = submission.value;
  const written = await writeUndertaking({ id, bodyId, content }, signedInContext(context));
  if (written.ok)
    return goTo(`/toezegging-werk/${id}`, platform, { tone: 'success', message: 'undertakings:form.made' });
  return data(submission.reply({ formErrors: [refusalMessage('undertakings', written)] }), {
    status: refusalStatus(written.reason),
  });
});

export const meta = pageTitle<typeof loader>((t) => t('undertakings:form.newTitle'));

export default function NewUndertaking() {
  const { bodies, formKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('undertakings');
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('work.title'), href: '/toezegging-werk' }]} />}
        title={t('form.newTitle')}
        lead={t('form.newLead')}
        tone="plain"
      />
      <UndertakingForm id={`toezegging-${formKey}`} reply={reply} bodies={bodies} hidden={{ id: formKey }} />
    </Page>
  );
}
