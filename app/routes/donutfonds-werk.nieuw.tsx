import { useForm } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#app/components/content/use-formats.ts';
import { ButtonLink, ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { DateField } from '#app/components/forms/date-field.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { FormKey } from '#app/components/forms/hidden-fields.tsx';
import { SelectField } from '#app/components/forms/select-field.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { mayImportPlan } from '#app/modules/budgets/policy.ts';
import { openCall } from '#app/modules/donutfonds/commands/open-call.server.ts';
import { callForm } from '#app/modules/donutfonds/form.ts';
import { managesDonut } from '#app/modules/donutfonds/policy.ts';
import { callChoices, rulesVersions } from '#app/modules/donutfonds/queries/donut-work.query.server.ts';
import { percentText } from '#app/modules/donutfonds/rules.ts';

export const loader = guardLoader(managesDonut, async ({ database, actor, now }) => ({
  funds: await callChoices(database, actor, dayInAmsterdam(now)),
  rules: await rulesVersions(database),
  // where a line comes from is said when there is none
  mayImport: mayImportPlan(actor).ok,
  formKey: newId(),
}));

export const action = guardAction(managesDonut, async ({ form, context, platform }) => {
  const submission = parseForm(form, callForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const opened = await openCall(submission.value, signedInContext(context));
  if (opened.ok)
    return goTo(`/donutfonds-werk/${String(opened.value)}`, platform, {
      tone: 'success',
      message: 'donutWork:opening.done',
    });
  return data(submission.reply({ formErrors: [refusalMessage('donutfonds', opened)] }), {
    status: refusalStatus(opened.reason),
  });
});

export const meta = pageTitle<typeof loader>((t) => t('donutWork:opening.title'));

type Fields = { fundId: string; rulesId: string; opensOn: string; closesOn: string };

export default function OpenDonutCall() {
  const { funds, rules, mayImport, formKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('donutWork');
  const { money, locale } = useFormats();
  const required = { required: true };
  const [form, fields] = useForm<Fields>({
    id: 'donutronde',
    lastResult: reply,
    constraint: { fundId: required, rulesId: required, opensOn: required, closesOn: required },
    defaultValue: { fundId: funds[0]?.id ?? '', rulesId: rules[0]?.id ?? '' },
  });
  const labels = {
    fundId: t('opening.fund'),
    rulesId: t('opening.rules'),
    opensOn: t('opening.opensOn'),
    closesOn: t('opening.closesOn'),
  };
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('crumb'), href: '/donutfonds-werk' }]} />}
        title={t('opening.title')}
        lead={t('opening.lead')}
        tone="plain"
      />
      {funds.length === 0 ? (
        <EmptyState
          title={t('opening.noFund')}
          stampId="geen-regel"
          action={
            mayImport ? (
              <ButtonLink href="/budgetbeheer/importeren">{t('opening.toImport')}</ButtonLink>
            ) : (
              <ButtonLink href="/budgetbeheer">{t('opening.toPlan')}</ButtonLink>
            )
          }
        >
          <p>{t('opening.noFundText')}</p>
          <p>{t(mayImport ? 'opening.lineByImport' : 'opening.lineByAsking')}</p>
        </EmptyState>
      ) : (
        <FormFrame form={form} labels={labels}>
          <FormKey value={formKey} />
          <SelectField
            field={fields.fundId}
            label={labels.fundId}
            choices={funds.map(({ id, name, year, available }) => ({
              value: id,
              label: t('opening.fundChoice', { year, name, amount: money(available) }),
            }))}
          />
          <SelectField
            field={fields.rulesId}
            label={labels.rulesId}
            choices={rules.map(({ id, version, minimumValue, minimumReturnBps }) => ({
              value: id,
              label: t('opening.rulesChoice', {
                version,
                minimum: money(minimumValue),
                percent: percentText(minimumReturnBps, locale),
              }),
            }))}
          />
          <DateField field={fields.opensOn} label={labels.opensOn} />
          <DateField field={fields.closesOn} label={labels.closesOn} />
          <ButtonRow>
            <SubmitButton>{t('opening.submit')}</SubmitButton>
          </ButtonRow>
        </FormFrame>
      )}
    </Page>
  );
}
