import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { SpendingForm } from '#app/components/alliance/spending-form.tsx';
import { Quoting } from '#app/components/content/written.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { proposeSpending } from '#app/modules/alliances/commands/propose-spending.server.ts';
import { contentOfForm, spendingForm } from '#app/modules/alliances/form.ts';
import { mayAnswer, worksInAlliance } from '#app/modules/alliances/policy.ts';
import { spendingChoices } from '#app/modules/alliances/queries/alliance-members.query.server.ts';

export const loader = guardLoader(worksInAlliance, async ({ database, actor, params }) => {
  const choices = await spendingChoices(database, params.slug ?? '');
  if (choices === null || !mayAnswer(actor, choices.bodyId).ok) throw notFound();
  return { choices, formKey: newId() };
});

export const action = guardAction(worksInAlliance, async ({ form, context, database, params, platform }) => {
  const choices = await spendingChoices(database, params.slug ?? '');
  if (choices === null) throw notFound();
  const submission = parseForm(form, spendingForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const { formKey } = submission.value;
  const input = { bodyId: choices.bodyId, content: contentOfForm(submission.value), formKey };
  const proposed = await proposeSpending(input, signedInContext(context));
  if (proposed.ok)
    return goTo(`/wijkalliantie-werk/${proposed.value}`, platform, {
      tone: 'success',
      message: 'alliances:form.proposed',
    });
  return data(submission.reply({ formErrors: [refusalMessage('alliances', proposed)] }), {
    status: refusalStatus(proposed.reason),
  });
});

export const meta = pageTitle<typeof loader>((t) => t('alliances:form.title'));

export default function NewSpending() {
  const { choices, formKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('alliances');
  const { name, rules } = choices;
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('work.crumb'), href: '/wijkalliantie-werk' }]} />}
        title={t('form.title')}
        lead={<Quoting text={t('form.lead', { name, count: rules.days })} written={name} />}
        tone="plain"
      />
      {choices.funds.length === 0 ? (
        <EmptyState title={t('form.noFund')} stampId="geen-budget">
          <p>{t('form.noFundText')}</p>
        </EmptyState>
      ) : (
        <SpendingForm choices={choices} formKey={formKey} revision={1} reply={reply} submitLabel={t('form.submit')} />
      )}
    </Page>
  );
}
