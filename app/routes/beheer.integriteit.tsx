import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Facts } from '#app/components/content/facts.tsx';
import { useFormats } from '#app/components/content/use-formats.ts';
import { RuleForm } from '#app/components/integrity/rule-form.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { ReadingAlong } from '#app/components/people/reading-along.tsx';
import { Written } from '#app/components/content/written.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { newId } from '#app/kernel/ids.ts';
import { setIntegrityRule } from '#app/modules/integrity/commands/set-integrity-rule.server.ts';
import { ruleForm } from '#app/modules/integrity/question-form.ts';
import { integrityRules } from '#app/modules/integrity/queries/integrity-rules.query.server.ts';
import { administers, readsAdministration } from '#app/modules/people/policy.ts';

export const loader = guardLoader(readsAdministration, async ({ database, actor }) => ({
  rules: await integrityRules(database),
  mayChange: administers(actor).ok,
  formKey: newId(),
}));

export const action = guardAction(administers, async ({ form, context, platform }) => {
  const submission = parseForm(form, ruleForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const set = await setIntegrityRule(submission.value, signedInContext(context));
  if (set.ok) return goTo('/beheer/integriteit', platform, { tone: 'success', message: 'integrity:rule.saved' });
  const message = refusalMessage('integrity', set);
  return data(
    submission.reply(set.reason === 'not-ahead' ? { fieldErrors: { startsOn: [message] } } : { formErrors: [message] }),
    { status: refusalStatus(set.reason) },
  );
});

export const meta = pageTitle<typeof loader>((t) => t('integrity:rule.title'));

const dayKeys = ['chairDays', 'managerDays', 'controlDays', 'boardDays', 'askerDays'] as const;

export default function IntegrityRules() {
  const { rules, mayChange, formKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation(['integrity', 'administration']);
  const { locale, money } = useFormats();
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('administration:title'), href: '/beheer' }]} />}
        title={t('rule.title')}
        lead={t('rule.lead')}
        tone="plain"
      />
      {mayChange ? null : <ReadingAlong />}
      <Section title={t('rule.now')}>
        <ul className="flex flex-col gap-4">
          {rules.map((rule) => (
            <li key={rule.id} className="rounded bg-surface p-5">
              <Facts
                layout="beside"
                facts={[
                  { term: t('rule.from'), value: dateText(rule.startsOn, 'day', locale) },
                  { term: t('rule.gift'), value: money(rule.giftFrom) },
                  ...dayKeys.map((key) => ({ term: t(`rule.${key}`), value: String(rule[key]) })),
                  { term: t('rule.reason'), value: <Written>{rule.reason}</Written> },
                ]}
              />
            </li>
          ))}
        </ul>
      </Section>
      {mayChange ? (
        <Section title={t('rule.formTitle')}>
          <RuleForm {...{ formKey, reply }} />
        </Section>
      ) : null}
    </Page>
  );
}
