import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { UndertakingForm } from '#app/components/undertaking/undertaking-form.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { changeUndertaking } from '#app/modules/actions/commands/write-undertaking.server.ts';
import { keepsActions } from '#app/modules/actions/policy.ts';
import { oneUndertakingOfWork } from '#app/modules/actions/queries/undertakings.query.server.ts';
import { changeUndertakingForm } from '#app/modules/actions/undertaking-form.ts';

export const loader = guardLoader(keepsActions, async ({ database, actor, params, now }) => {
  const known = await oneUndertakingOfWork(database, actor, params.id ?? '', now);
  if (!known?.mayKeep) throw notFound();
  return { known };
});

export const action = guardAction(keepsActions, async ({ database, actor, params, form, context, now, platform }) => {
  const known = await oneUndertakingOfWork(database, actor, params.id ?? '', now);
  if (!known?.mayKeep) throw notFound();
  const submission = parseForm(form, changeUndertakingForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const { revision, ...content } = submission.value;
  const changed = await changeUndertaking({ id: known.id, revision, content }, signedInContext(context));
  if (changed.ok)
    return goTo(`/toezegging-werk/${known.id}`, platform, { tone: 'success', message: 'undertakings:form.changed' });
  return data(submission.reply({ formErrors: [refusalMessage('undertakings', changed)] }), {
    status: refusalStatus(changed.reason),
  });
});

export const meta = pageTitle<typeof loader>((t) => t('undertakings:form.editTitle'));

export default function ChangeUndertaking() {
  const { known } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('undertakings');
  const { id, revision, toWhom, saidBy, what, saidOn, saidAt, saidLink, dueOn, mayChange } = known;
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('work.title'), href: '/toezegging-werk' }]} />}
        title={t('form.editTitle')}
        lead={t('form.editLead')}
        tone="plain"
      />
      {mayChange ? (
        <UndertakingForm
          id={`toezegging-${id}`}
          reply={reply}
          hidden={{ revision: String(revision) }}
          typed={{ toWhom, saidBy, what, saidOn, saidAt, saidLink, dueOn: dueOn ?? '' }}
        />
      ) : (
        <Notice>{t('refusal.undertaking-fixed')}</Notice>
      )}
    </Page>
  );
}
