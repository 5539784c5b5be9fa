import { useForm } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { FormKey } from '#app/components/forms/hidden-fields.tsx';
import { SelectField } from '#app/components/forms/select-field.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { Section } from '#app/components/page/section.tsx';
import { HeaderFields } from '#app/components/spending-report/header-fields.tsx';
import { SentList } from '#app/components/spending-report/sent-list.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { startReport } from '#app/modules/budgets/commands/start-report.server.ts';
import { maySendReports, readsBudgetWork } from '#app/modules/budgets/policy.ts';
import { reportWork } from '#app/modules/budgets/queries/spending-report.query.server.ts';
import { startReportForm } from '#app/modules/budgets/report-form.ts';

export const loader = guardLoader(readsBudgetWork, async ({ database, actor, now }) => ({
  ...(await reportWork(database, actor, now)),
  formKey: newId(),
}));

export const action = guardAction(maySendReports, async ({ form, context, platform }) => {
  const submission = parseForm(form, startReportForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const started = await startReport(submission.value, context);
  if (started.ok) {
    return goTo(`/budgetbeheer/uitputting/${started.value}`, platform, {
      tone: 'success',
      message: 'spendingReport:work.started',
    });
  }
  const reply = submission.reply({ formErrors: [refusalMessage('spendingReport', started)] });
  return data(reply, { status: refusalStatus(started.reason) });
});

export const meta = pageTitle<typeof loader>((t) => t('spendingReport:work.title'));

export default function ReportWork() {
  const { drafts, sent, years, today, mayStart, formKey } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['spendingReport', 'changes']);
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('changes:work.crumb'), href: '/budgetbeheer' }]} />}
        title={t('work.title')}
        lead={t('work.lead')}
        tone="plain"
      />
      <Section title={t('work.drafts')}>
        {drafts.length === 0 ? (
          <EmptyState title={t('work.noDrafts')} stampId="uitputting-maken">
            <p>{t('work.noDraftsText')}</p>
          </EmptyState>
        ) : (
          <ul className="flex flex-col gap-3">
            {drafts.map(({ id, year }) => (
              <li key={id}>
                <a href={`/budgetbeheer/uitputting/${id}`}>{t('reportTitle', { year })}</a>
              </li>
            ))}
          </ul>
        )}
      </Section>
      {mayStart && years.length > 0 ? <StartForm years={years} today={today} formKey={formKey} /> : null}
      <Section title={t('work.sent')}>
        <SentList reports={sent} />
      </Section>
    </Page>
  );
}

type StartFormProps = { years: readonly number[]; today: string; formKey: string };

function StartForm({ years, today, formKey }: StartFormProps) {
  const { t } = useTranslation('spendingReport');
  const [form, fields] = useForm<{ year: string; until: string; intro: string }>({
    id: 'uitputting',
    lastResult: useActionData<typeof action>(),
    constraint: { year: { required: true }, until: { required: true }, intro: { maxLength: 4000 } },
    defaultValue: { year: String(years[0] ?? ''), until: today },
  });
  return (
    <Section title={t('work.start')}>
      <div className="max-w-form">
        <FormFrame form={form} labels={{ year: t('work.year'), until: t('work.until'), intro: t('work.intro') }}>
          <FormKey value={formKey} />
          <SelectField
            field={fields.year}
            label={t('work.year')}
            choices={years.map((year) => ({ value: String(year), label: String(year) }))}
          />
          <HeaderFields until={fields.until} intro={fields.intro} />
          <ButtonRow>
            <SubmitButton>{t('work.startButton')}</SubmitButton>
          </ButtonRow>
        </FormFrame>
      </div>
    </Section>
  );
}
