import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { SpendingForm } from '#app/components/alliance/spending-form.tsx';
import { Written } from '#app/components/content/written.tsx';
import { Overtaken } from '#app/components/forms/overtaken.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { editableCents } from '#app/kernel/money.ts';
import { changeSpending } from '#app/modules/alliances/commands/change-spending.server.ts';
import { contentOfForm, spendingForm } from '#app/modules/alliances/form.ts';
import { worksInAlliance } from '#app/modules/alliances/policy.ts';
import { spendingChoices } from '#app/modules/alliances/queries/alliance-members.query.server.ts';
import { spendingPage } from '#app/modules/alliances/queries/spending-page.query.server.ts';

export const loader = guardLoader(worksInAlliance, async ({ database, actor, params, now }) => {
  const spending = await spendingPage(database, actor, params.id ?? '', now);
  if (spending === null || !spending.isOwn) throw notFound();
  const choices = await spendingChoices(database, spending.alliance.slug);
  if (choices === null) throw notFound();
  return { spending, choices, formKey: newId() };
});

export const action = guardAction(
  worksInAlliance,
  async ({ form, context, database, actor, now, params, platform }) => {
    const spendingId = params.id ?? '';
    if ((await spendingPage(database, actor, spendingId, now)) === null) throw notFound();
    const submission = parseForm(form, spendingForm);
    if (submission.status !== 'success') return rejected(submission.reply());
    const { revision } = submission.value;
    const input = { spendingId, revision, content: contentOfForm(submission.value) };
    const changed = await changeSpending(input, signedInContext(context));
    if (changed.ok)
      return goTo(`/wijkalliantie-werk/${spendingId}`, platform, {
        tone: 'success',
        message: 'alliances:form.changed',
      });
    return data(submission.reply({ formErrors: [refusalMessage('alliances', changed)] }), {
      status: refusalStatus(changed.reason),
    });
  },
);

export const meta = pageTitle<typeof loader>((t) => t('alliances:form.changeTitle'));

export default function ChangeSpending() {
  const { spending, choices, formKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('alliances');
  const { id, what } = spending;
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: t('work.crumb'), href: '/wijkalliantie-werk' },
              { label: <Written>{what}</Written>, href: `/wijkalliantie-werk/${id}` },
            ]}
          />
        }
        title={t('form.changeTitle')}
        lead={t('form.changeLead')}
        tone="plain"
      />
      {spending.state !== 'proposed' ? (
        reply === undefined ? (
          <Notice title={t(`refusal.already-${spending.state}`)} />
        ) : (
          <Overtaken reply={reply} names={['what', 'why', 'amount', 'shop']} />
        )
      ) : (
        <SpendingForm
          choices={choices}
          formKey={formKey}
          revision={spending.revision}
          reply={reply}
          filledIn={{
            what,
            why: spending.why,
            amount: editableCents(spending.amount),
            fundId: spending.fund.id,
            payeeKind: spending.payeeKind,
            organisationId: spending.payeeOrganisation?.id ?? '',
            shop: spending.payeeName,
            initiative: spending.initiative?.slug ?? '',
          }}
          submitLabel={t('form.submitChange')}
        />
      )}
    </Page>
  );
}
