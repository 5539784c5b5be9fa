import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { KindForm } from '#app/components/procurement/kind-form.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, refusalStatus } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { administers } from '#app/modules/people/policy.ts';
import { addKind } from '#app/modules/procurement/commands/write-kind.server.ts';
import { newKindForm } from '#app/modules/procurement/form.ts';

export const loader = guardLoader(administers, () => ({ formKey: newId() }));

export const action = guardAction(administers, async ({ form, context, platform }) => {
  const submission = parseForm(form, newKindForm);
  if (submission.status !== 'success') return data({ reply: submission.reply() }, { status: 422 });
  const outcome = await addKind(submission.value, signedInContext(context));
  if (outcome.ok)
    return goTo('/beheer/inkoopgrenzen', platform, { tone: 'success', message: 'procurement:kinds.added' });
  const formErrors = [refusalMessage('procurement', outcome)];
  return data({ reply: submission.reply({ formErrors }) }, { status: refusalStatus(outcome.reason) });
});

export const meta = pageTitle<typeof loader>((t) => t('procurement:kinds.add'));

export default function NewKind() {
  const { formKey } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const { t } = useTranslation('procurement');
  return (
    <Page width="form">
      <PageHeader
        title={t('kinds.add')}
        lead={t('kinds.lead')}
        tone="plain"
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('limits.title'), href: '/beheer/inkoopgrenzen' }]} />}
      />
      <KindForm kind={null} formKey={formKey} reply={outcome?.reply ?? null} />
    </Page>
  );
}
