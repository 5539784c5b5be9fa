import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ActivityForm } from '#app/components/coordination/activity-form.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { contentOf, newActivityForm, refusedActivity } from '#app/modules/allowances/activity-form.ts';
import { openActivity } from '#app/modules/allowances/commands/open-activity.server.ts';
import { coordinates } from '#app/modules/allowances/policy.ts';
import { activityChoices, knowsArea } from '#app/modules/allowances/queries/activity-choices.query.server.ts';
import { activityGrounds } from '#app/modules/allowances/queries/activity-grounds.query.server.ts';

export const loader = guardLoader(coordinates, async ({ database, actor, now }) => ({
  ...(await activityChoices(database, now)),
  ...(await activityGrounds(database, actor)),
  formKey: newId(),
}));

export const action = guardAction(coordinates, async ({ database, form, context, platform }) => {
  const submission = parseForm(form, newActivityForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const { ground, formKey, areaCode } = submission.value;
  if (!(await knowsArea(database, areaCode)))
    return rejected(submission.reply({ fieldErrors: { areaCode: ['coordination:mistake.area'] } }));
  const order = { ground, formKey, content: contentOf(submission.value) };
  const opened = await openActivity(order, signedInContext(context));
  if (opened.ok)
    return goTo(`/coordinatie/${opened.value}`, platform, { tone: 'success', message: 'coordination:form.opened' });
  return data(submission.reply(refusedActivity(opened.reason, refusalMessage('coordination', opened))), {
    status: refusalStatus(opened.reason),
  });
});

export const meta = pageTitle<typeof loader>((t) => t('coordination:form.newTitle'));

export default function NewActivity() {
  const { grounds, leftOut, wijken, norm, formKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('coordination');
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('crumb'), href: '/coordinatie' }]} />}
        title={t('form.newTitle')}
        lead={t('form.newLead')}
        tone="plain"
      />
      {leftOut === 0 ? null : <Notice>{t('interest.leftOut', { count: leftOut })}</Notice>}
      {grounds.length === 0 && reply === undefined ? (
        <EmptyState title={t('form.noGround')} stampId="geen-geld">
          <p>{t('form.noGroundText')}</p>
        </EmptyState>
      ) : (
        <ActivityForm
          grounds={grounds}
          wijken={wijken}
          norm={norm}
          hidden={{ formKey }}
          reply={reply}
          filledIn={{}}
          submitLabel={t('form.open')}
        />
      )}
    </Page>
  );
}
