import { useForm } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Money } from '#app/components/content/money.tsx';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { ButtonLink, ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { MoneyField } from '#app/components/forms/money-field.tsx';
import { TextAreaField } from '#app/components/forms/text-area-field.tsx';
import { ExampleTag } from '#app/components/fund/example-tag.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { SentMeanwhile } from '#app/components/spending-report/sent-meanwhile.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { editableCents } from '#app/kernel/money.ts';
import { writeForecasts } from '#app/modules/budgets/commands/write-forecasts.server.ts';
import { readsBudgetWork, writesForecasts } from '#app/modules/budgets/policy.ts';
import { draftReportView, numberWhenSent } from '#app/modules/budgets/queries/spending-report.query.server.ts';
import { forecastsForm } from '#app/modules/budgets/report-form.ts';

export const loader = guardLoader(readsBudgetWork, async ({ database, actor, params }) => {
  const sentAs = await numberWhenSent(database, params.id ?? '');
  if (sentAs !== null) return { sentAs };
  const view = await draftReportView(database, actor, params.id ?? '');
  const group = view?.groups.find(({ body }) => body.slug === params.body);
  if (view === null || group?.mayForecast !== true) throw notFound();
  return { sentAs, id: view.id, year: view.year, body: group.body, lines: group.lines };
});

export const action = guardAction(writesForecasts, async ({ form, context, params, platform }) => {
  const submission = parseForm(form, forecastsForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const reportId = params.id ?? '';
  const order = { reportId, bodySlug: params.body ?? '', lines: submission.value.lines };
  const written = await writeForecasts(order, context);
  if (written.ok) {
    const said = { tone: 'success' as const, message: 'spendingReport:work.forecastsSaved' };
    return goTo(`/budgetbeheer/uitputting/${reportId}`, platform, said);
  }
  if (written.reason === 'report-unknown' || written.reason === 'body-unknown') throw notFound();
  const reply = submission.reply({ formErrors: [refusalMessage('spendingReport', written)] });
  return data(reply, { status: refusalStatus(written.reason) });
});

export const meta = pageTitle<typeof loader>((t, view) =>
  view.sentAs === null
    ? t('spendingReport:work.forecastTitle', { body: view.body.name })
    : t('spendingReport:work.sentAs', { number: view.sentAs }),
);

type Typed = { lines: { slug: string; revision: string; forecast: string; explanation: string }[] };

export default function ForecastsOfBody() {
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return view.sentAs === null ? (
    <Forecasts view={view} />
  ) : (
    <SentMeanwhile number={view.sentAs} reply={reply} names={['forecast', 'explanation']} />
  );
}

type ForecastsProps = { view: Extract<ReturnType<typeof useLoaderData<typeof loader>>, { sentAs: null }> };

function Forecasts({ view }: ForecastsProps) {
  const { id, year, body, lines } = view;
  const { t } = useTranslation('spendingReport');
  const [form, fields] = useForm<Typed>({
    id: 'verwachting',
    lastResult: useActionData<typeof action>(),
    defaultValue: {
      lines: lines.map(({ slug, revision, forecast, explanation }) => ({
        slug,
        revision: String(revision),
        forecast: forecast === null ? '' : editableCents(forecast),
        explanation,
      })),
    },
  });
  const rows = fields.lines.getFieldList();
  const here = `/budgetbeheer/uitputting/${id}`;
  const crumbs = [
    { label: t('work.title'), href: '/budgetbeheer/uitputting' },
    { label: t('reportTitle', { year }), href: here },
  ];
  const labels = Object.fromEntries(
    rows.flatMap((row, index) => {
      const name = lines[index]?.name ?? '';
      return [
        [`${row.name}.forecast`, `${name}: ${t('work.forecast')}`],
        [`${row.name}.explanation`, `${name}: ${t('work.explanation')}`],
      ];
    }),
  );
  return (
    <Page width="form">
      <PageHeader
        title={<Quoting text={t('work.forecastTitle', { body: body.name })} written={body.name} />}
        lead={t('work.forecastLead')}
        tone="plain"
        breadcrumbs={<Breadcrumbs crumbs={crumbs} />}
      />
      <FormFrame form={form} labels={labels}>
        {rows.map((row, index) => {
          const line = lines[index];
          const field = row.getFieldset();
          if (line === undefined) return null;
          return (
            <fieldset key={line.slug} className="flex flex-col gap-5 rounded bg-surface p-5">
              <legend className="float-left font-heading text-lg font-bold">
                <Written>{line.name}</Written>
              </legend>
              {line.isExample ? <ExampleTag /> : null}
              <p className="text-ink-soft">
                {t('column.planned')} <Money cents={line.planned} /> · {t('column.committed')}{' '}
                <Money cents={line.committed} /> · {t('column.paid')} <Money cents={line.paid} />
              </p>
              <input type="hidden" name={field.slug.name} value={line.slug} />
              <input type="hidden" name={field.revision.name} value={field.revision.initialValue ?? '0'} />
              <MoneyField field={field.forecast} label={t('work.forecast')} />
              <TextAreaField field={field.explanation} label={t('work.explanation')} rows={2} />
            </fieldset>
          );
        })}
        <ButtonRow>
          <SubmitButton>{t('work.saveForecasts')}</SubmitButton>
          <ButtonLink href={here} tone="quiet">
            {t('reportTitle', { year })}
          </ButtonLink>
        </ButtonRow>
      </FormFrame>
    </Page>
  );
}
