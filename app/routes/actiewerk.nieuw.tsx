import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ActionForm } from '#app/components/action/action-form.tsx';
import { FilterSelect } from '#app/components/content/filter-bar.tsx';
import { Written } from '#app/components/content/written.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { askedAbout } from '#app/modules/actions/action.ts';
import { makeAction } from '#app/modules/actions/commands/make-action.server.ts';
import { contentOfForm, newActionForm } from '#app/modules/actions/form.ts';
import { keepsActions } from '#app/modules/actions/policy.ts';
import { bodiesToKeep, ownerChoices } from '#app/modules/actions/queries/action-work.query.server.ts';

export const loader = guardLoader(keepsActions, async ({ database, actor, url, now }) => {
  const bodies = await bodiesToKeep(database, actor);
  const asked = url.searchParams.get('team') ?? '';
  const body = bodies.length === 1 ? bodies[0] : bodies.find(({ slug }) => slug === asked);
  return {
    bodies,
    body: body ?? null,
    choices: body === undefined ? null : await ownerChoices(database, body.value, now),
    formKey: newId(),
  };
});

export const action = guardAction(keepsActions, async ({ database, actor, url, form, context, now, platform }) => {
  const bodies = await bodiesToKeep(database, actor);
  const asked = url.searchParams.get('team') ?? '';
  const body = bodies.length === 1 ? bodies[0] : bodies.find(({ slug }) => slug === asked);
  if (body === undefined) throw notFound();
  const submission = parseForm(form, newActionForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const { id, decisionNumber, ...typed } = submission.value;
  const made = await makeAction(
    { id, bodyId: body.value, decisionNumber, content: contentOfForm(typed, askedAbout(now)) },
    signedInContext(context),
  );
  if (made.ok) return goTo(`/actiewerk/${id}`, platform, { tone: 'success', message: 'actions:form.made' });
  return data(submission.reply({ formErrors: [refusalMessage('actions', made)] }), {
    status: refusalStatus(made.reason),
  });
});

export const meta = pageTitle<typeof loader>((t) => t('actions:form.newTitle'));

export default function NewAction() {
  const { bodies, body, choices, formKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('actions');
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('work.title'), href: '/actiewerk' }]} />}
        eyebrow={body === null ? undefined : <Written>{body.label}</Written>}
        title={t('form.newTitle')}
        lead={t('form.newLead')}
        tone="plain"
      />
      {body === null || choices === null ? (
        <form method="get" className="flex flex-col items-start gap-5">
          <FilterSelect
            name="team"
            label={t('form.body')}
            all={t('form.chooseBody')}
            options={bodies.map(({ slug, label }) => ({ value: slug, label }))}
            value=""
          />
          <button type="submit" className="button button-main">
            {t('form.next')}
          </button>
        </form>
      ) : (
        <ActionForm
          id={`actie-${formKey}`}
          reply={reply}
          people={choices.people}
          organisations={choices.organisations}
          hidden={{ id: formKey }}
        />
      )}
    </Page>
  );
}
