import { useActionData, useLoaderData } from '@remix-run/react';
import { data } from '@remix-run/node';
import { useTranslation } from 'react-i18next';
import { RuleForm } from '#app/components/coordination/rule-form.tsx';
import { RuleTable } from '#app/components/coordination/rule-table.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { ReadingAlong } from '#app/components/people/reading-along.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { allowanceRuleForm } from '#app/modules/allowances/activity-form.ts';
import { addAllowanceRule } from '#app/modules/allowances/commands/add-allowance-rule.server.ts';
import { listedRules } from '#app/modules/allowances/queries/allowance-rules.query.server.ts';
import { administers, readsAdministration } from '#app/modules/people/policy.ts';

export const loader = guardLoader(readsAdministration, async ({ database, actor }) => ({
  rules: await listedRules(database),
  mayChange: administers(actor).ok,
  formKey: newId(),
}));

export const action = guardAction(administers, async ({ form, context, platform }) => {
  const submission = parseForm(form, allowanceRuleForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const { formKey, ...rule } = submission.value;
  const added = await addAllowanceRule({ rule, formKey }, signedInContext(context));
  if (added.ok) return goTo('/beheer/vergoedingen', platform, { tone: 'success', message: 'coordination:rules.saved' });
  return data(submission.reply({ formErrors: [refusalMessage('coordination', added)] }), {
    status: refusalStatus(added.reason),
  });
});

export const meta = pageTitle<typeof loader>((t) => t('coordination:rules.title'));

export default function AllowanceRules() {
  const { rules, mayChange, formKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation(['coordination', 'administration']);
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('administration:title'), href: '/beheer' }]} />}
        title={t('rules.title')}
        lead={t('rules.lead')}
        tone="plain"
      />
      {mayChange ? null : <ReadingAlong />}
      <Section title={t('rules.list')}>
        <RuleTable rules={rules} />
      </Section>
      {mayChange ? (
        <Section title={t('rules.addTitle')} lead={t('rules.addLead')}>
          <RuleForm formKey={formKey} reply={reply} />
        </Section>
      ) : null}
    </Page>
  );
}
