import { useForm, type SubmissionResult } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#app/components/content/use-formats.ts';
import { Written } from '#app/components/content/written.tsx';
import { ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { DateField } from '#app/components/forms/date-field.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { FormKey } from '#app/components/forms/hidden-fields.tsx';
import { MoneyField } from '#app/components/forms/money-field.tsx';
import { TextAreaField } from '#app/components/forms/text-area-field.tsx';
import { TextField } from '#app/components/forms/text-field.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { Section } from '#app/components/page/section.tsx';
import { ReadingAlong } from '#app/components/people/reading-along.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { dayInAmsterdam, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { newId } from '#app/kernel/ids.ts';
import { editableCents } from '#app/kernel/money.ts';
import { longestText } from '#app/modules/donutfonds/call.ts';
import { writeRules } from '#app/modules/donutfonds/commands/write-rules.server.ts';
import { rulesForm } from '#app/modules/donutfonds/form.ts';
import { managesDonut, readsDonutWork } from '#app/modules/donutfonds/policy.ts';
import { rulesVersions } from '#app/modules/donutfonds/queries/donut-work.query.server.ts';
import { percentText } from '#app/modules/donutfonds/rules.ts';
import type { RulesView } from '#app/modules/donutfonds/views.ts';

export const loader = guardLoader(readsDonutWork, async ({ database, actor, now }) => ({
  versions: await rulesVersions(database),
  mayWrite: managesDonut(actor).ok,
  today: dayInAmsterdam(now),
  formKey: newId(),
}));

export const action = guardAction(managesDonut, async ({ form, context, platform }) => {
  const submission = parseForm(form, rulesForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const { minimumReturn, ...rules } = submission.value;
  const written = await writeRules({ ...rules, minimumReturnBps: minimumReturn }, signedInContext(context));
  if (written.ok)
    return goTo('/donutfonds-werk/regels', platform, { tone: 'success', message: 'donutWork:rulesPage.done' });
  return data(submission.reply({ formErrors: [refusalMessage('donutfonds', written)] }), {
    status: refusalStatus(written.reason),
  });
});

export const meta = pageTitle<typeof loader>((t) => t('donutWork:rulesPage.title'));

export default function DonutRulesPage() {
  const { versions, mayWrite, today, formKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('donutWork');
  const { money, locale } = useFormats();
  const [latest] = versions;
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('crumb'), href: '/donutfonds-werk' }]} />}
        title={t('rulesPage.title')}
        lead={t('rulesPage.lead')}
        tone="plain"
      />
      {mayWrite ? null : <ReadingAlong />}
      <Section title={t('rulesPage.versions')}>
        <ol reversed className="flex flex-col gap-7">
          {versions.map((rules) => (
            <li key={rules.id}>
              <h3>
                {t('rulesPage.version', { version: rules.version, date: dateText(rules.validFrom, 'day', locale) })}
              </h3>
              <p className="mt-1 max-w-prose">
                {t('rulesPage.text', {
                  minimum: money(rules.minimumValue),
                  percent: percentText(rules.minimumReturnBps, locale),
                  days: rules.evidenceDays,
                })}
              </p>
              <p className="mt-1 max-w-prose whitespace-pre-line">
                <Written>{rules.reason}</Written>
              </p>
              <p className="mt-1 text-sm text-ink-soft">
                {rules.years.length === 0
                  ? t('rulesPage.unused')
                  : t('rulesPage.used', { years: rules.years.join(', ') })}
              </p>
            </li>
          ))}
        </ol>
      </Section>
      {mayWrite ? (
        <Section title={t('rulesPage.new')}>
          <NewRules latest={latest} today={today} formKey={formKey} reply={reply} />
        </Section>
      ) : null}
    </Page>
  );
}

type Fields = {
  minimumValue: string;
  minimumReturn: string;
  evidenceDays: string;
  validFrom: string;
  reason: string;
};

type NewRulesProps = {
  latest: RulesView | undefined;
  today: CalendarDate;
  formKey: string;
  reply: SubmissionResult | null | undefined;
};

function NewRules({ latest, today, formKey, reply }: NewRulesProps) {
  const { t } = useTranslation('donutWork');
  const required = { required: true };
  const [form, fields] = useForm<Fields>({
    id: 'regels',
    lastResult: reply,
    constraint: {
      minimumValue: required,
      minimumReturn: required,
      evidenceDays: required,
      validFrom: required,
      reason: { ...required, maxLength: longestText.reason },
    },
    defaultValue:
      latest === undefined
        ? {}
        : {
            minimumValue: editableCents(latest.minimumValue),
            minimumReturn: percentText(latest.minimumReturnBps, 'nl').replaceAll('.', ''),
            evidenceDays: String(latest.evidenceDays),
            validFrom: today,
          },
  });
  const labels = {
    minimumValue: t('rulesPage.minimumValue'),
    minimumReturn: t('rulesPage.minimumReturn'),
    evidenceDays: t('rulesPage.evidenceDays'),
    validFrom: t('rulesPage.validFrom'),
    reason: t('rulesPage.reason'),
  };
  return (
    <div className="max-w-form">
      <FormFrame form={form} labels={labels}>
        <FormKey value={formKey} />
        <input type="hidden" name="latest" value={latest?.version ?? 0} />
        <MoneyField field={fields.minimumValue} label={labels.minimumValue} />
        <TextField
          field={fields.minimumReturn}
          label={labels.minimumReturn}
          hint={t('rulesPage.minimumReturnHint')}
          inputMode="decimal"
          autoComplete="off"
        />
        <TextField
          field={fields.evidenceDays}
          label={labels.evidenceDays}
          hint={t('rulesPage.evidenceDaysHint')}
          inputMode="numeric"
          autoComplete="off"
        />
        <DateField field={fields.validFrom} label={labels.validFrom} />
        <TextAreaField field={fields.reason} label={labels.reason} hint={t('rulesPage.reasonHint')} rows={3} />
        <ButtonRow>
          <SubmitButton>{t('rulesPage.submit')}</SubmitButton>
        </ButtonRow>
      </FormFrame>
    </div>
  );
}
