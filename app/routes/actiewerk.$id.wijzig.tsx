import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ActionForm } from '#app/components/action/action-form.tsx';
import { Written } from '#app/components/content/written.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { askedAbout } from '#app/modules/actions/action.ts';
import { changeAction } from '#app/modules/actions/commands/make-action.server.ts';
import { changeActionForm, contentOfForm } from '#app/modules/actions/form.ts';
import { keepsActions } from '#app/modules/actions/policy.ts';
import { ownerChoices, workAction } from '#app/modules/actions/queries/action-work.query.server.ts';

export const loader = guardLoader(keepsActions, async ({ database, actor, params, now }) => {
  const action = await workAction(database, actor, params.id ?? '', now);
  if (!action?.mayKeep) throw notFound();
  const { people, organisations } = await ownerChoices(database, action.bodyId, now);
  const { ownerPersonId: owner, ownerName } = action;
  const isListed = owner === null || people.some(({ value }) => value === owner);
  return {
    action,
    organisations,
    // who owns it need not sit in the body
    people: isListed ? people : [{ value: owner, label: ownerName ?? '' }, ...people],
  };
});

export const action = guardAction(keepsActions, async ({ database, actor, params, form, context, now, platform }) => {
  const known = await workAction(database, actor, params.id ?? '', now);
  if (!known?.mayKeep) throw notFound();
  const submission = parseForm(form, changeActionForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const { revision, ...typed } = submission.value;
  const changed = await changeAction(
    { id: known.id, revision, content: contentOfForm(typed, askedAbout(now)) },
    signedInContext(context),
  );
  if (changed.ok) return goTo(`/actiewerk/${known.id}`, platform, { tone: 'success', message: 'actions:form.changed' });
  return data(submission.reply({ formErrors: [refusalMessage('actions', changed)] }), {
    status: refusalStatus(changed.reason),
  });
});

export const meta = pageTitle<typeof loader>((t) => t('actions:form.editTitle'));

export default function ChangeAction() {
  const { action: known, people, organisations } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('actions');
  const { id, title, explanation, owner, ownerPersonId, due, revision, state } = known;
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: t('work.title'), href: '/actiewerk' },
              { label: title, href: `/actiewerk/${id}` },
            ]}
          />
        }
        eyebrow={<Written>{known.body.name}</Written>}
        title={t('form.editTitle')}
        lead={t('form.editLead')}
        tone="plain"
      />
      {state === 'open' ? (
        <ActionForm
          id={`actie-${id}`}
          reply={reply}
          people={people}
          organisations={organisations}
          hidden={{ revision: String(revision) }}
          typed={{
            ...{ title, explanation },
            ownerPersonId: ownerPersonId ?? '',
            organisationId: organisations.find(({ label }) => label === owner.organisation?.name)?.value ?? '',
            ownerWords: owner.words,
            dueKind: due.kind,
            dueOn: due.on ?? '',
          }}
        />
      ) : (
        <Notice>{t('refusal.action-closed')}</Notice>
      )}
    </Page>
  );
}
