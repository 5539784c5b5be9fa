import { useForm } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '#app/components/content/data-table.tsx';
import { DateText } from '#app/components/content/date-text.tsx';
import { Quoting } from '#app/components/content/written.tsx';
import { ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { Overtaken } from '#app/components/forms/overtaken.tsx';
import { TextAreaField } from '#app/components/forms/text-area-field.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { Section } from '#app/components/page/section.tsx';
import { MistakesTable } from '#app/components/plan-import/mistakes-table.tsx';
import { OutlookTables } from '#app/components/plan-import/outlook-tables.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { pressedButton } from '#app/http/pressed-button.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { approvePlanImport } from '#app/modules/budgets/commands/approve-plan-import.server.ts';
import { closePlanImport } from '#app/modules/budgets/commands/close-plan-import.server.ts';
import { answerImportForm } from '#app/modules/budgets/plan-import-form.ts';
import { planColumns, type PlanColumn } from '#app/modules/budgets/plan-row.ts';
import { mayImportPlan, readsPlanImports } from '#app/modules/budgets/policy.ts';
import { planImportView, type PlanImportView } from '#app/modules/budgets/queries/plan-import.query.server.ts';

export const loader = guardLoader(readsPlanImports, async ({ database, actor, params }) => {
  const view = await planImportView(database, actor, params.id ?? '');
  if (view === null) throw notFound();
  return view;
});

export const action = guardAction(mayImportPlan, async ({ form, context, params, platform }) => {
  const pressed = pressedButton(form, ['approve', 'close']);
  const submission = parseForm(form, answerImportForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const importId = params.id ?? '';
  const { seen, reason } = submission.value;
  const outcome =
    pressed === 'approve'
      ? await approvePlanImport({ importId, seen }, context)
      : await closePlanImport({ importId, reason }, context);
  if (!outcome.ok) {
    if (outcome.reason === 'import-unknown') throw notFound();
    const reply = submission.reply({ formErrors: [refusalMessage('planImport', outcome)] });
    return data(reply, { status: refusalStatus(outcome.reason) });
  }
  const done = typeof outcome.value === 'number' ? 'approved' : outcome.value;
  return goTo(`/budgetbeheer/importeren/${importId}`, platform, {
    tone: done === 'refused' ? 'info' : 'success',
    message: `planImport:answer.${done}`,
  });
});

export const meta = pageTitle<typeof loader>((t, { fileName }) => `${fileName} · ${t('planImport:title')}`);

export default function ImportedPlan() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('planImport');
  return (
    <Page>
      <PageHeader
        title={<span className="break-words">{view.fileName}</span>}
        eyebrow={t(`state.${view.state}`)}
        tone="plain"
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('title'), href: '/budgetbeheer/importeren' }]} />}
      >
        <p className="mt-3">
          {t('by', { name: view.proposerName })}, <DateText value={view.proposedAt} format="time" />
        </p>
      </PageHeader>
      {answer !== undefined && view.mayClose === null ? <Overtaken reply={answer} names={['reason']} /> : null}
      {view.isExample ? <Notice title={t('example.title')}>{t('example.text')}</Notice> : null}
      {view.outlook === null ? <Afterwards view={view} /> : <Waiting view={view} outlook={view.outlook} />}
    </Page>
  );
}

type Outlook = NonNullable<PlanImportView['outlook']>;

function Waiting({ view, outlook }: { view: PlanImportView; outlook: Outlook }) {
  const { t } = useTranslation('planImport');
  return (
    <>
      {view.mayApprove || outlook.mistakes.length > 0 ? null : <Notice>{t('answer.waiting')}</Notice>}
      {outlook.mistakes.length === 0 ? (
        <Section title={t('outlook.title')}>
          <OutlookTables steps={outlook.steps} sources={outlook.sources} />
        </Section>
      ) : (
        <Section title={t('outlook.mistakes')} lead={t('answer.noLonger')}>
          <MistakesTable mistakes={outlook.mistakes} />
        </Section>
      )}
      {view.mayClose === null ? null : <AnswerForms view={view} mayClose={view.mayClose} />}
    </>
  );
}

function AnswerForms({ view, mayClose }: { view: PlanImportView; mayClose: 'withdraw' | 'refuse' }) {
  const { t } = useTranslation('planImport');
  const [form, fields] = useForm<{ reason: string }>({
    id: 'antwoord',
    lastResult: useActionData<typeof action>(),
    // with the reason beside a button that needs none, nobody can say that it is required
    constraint: { reason: { maxLength: 2000, required: !view.mayApprove } },
  });
  const labels = { reason: t('answer.reason') };
  return (
    <Section title={view.mayApprove ? t('answer.title') : t(`answer.${mayClose}`)}>
      <div className="max-w-form">
        <FormFrame form={form} labels={labels}>
          {view.mayApprove ? (
            <div className="flex flex-col gap-4">
              <input type="hidden" name="seen" value={view.seen} />
              <p>{t('answer.approveText')}</p>
              <ButtonRow>
                <SubmitButton name="intent" value="approve">
                  {t('answer.approve')}
                </SubmitButton>
              </ButtonRow>
            </div>
          ) : null}
          <TextAreaField field={fields.reason} label={labels.reason} hint={t('answer.reasonHint')} rows={3} />
          <ButtonRow>
            <SubmitButton tone="quiet" name="intent" value="close">
              {t(`answer.${mayClose}`)}
            </SubmitButton>
          </ButtonRow>
        </FormFrame>
      </div>
    </Section>
  );
}

function Afterwards({ view }: { view: PlanImportView }) {
  const { t } = useTranslation('planImport');
  if (view.state === 'proposed') return null;
  const name = view.state === 'withdrawn' ? view.proposerName : (view.approverName ?? '');
  const columns = Object.keys(planColumns) as PlanColumn[];
  return (
    <>
      <Notice tone={view.state === 'approved' ? 'success' : 'info'} title={t(`closed.${view.state}`, { name })}>
        {view.answer === '' ? null : (
          <p>
            <Quoting text={t('closed.reason', { reason: view.answer })} written={view.answer} />
          </p>
        )}
      </Notice>
      <Section title={t('outlook.rows')}>
        <DataTable
          caption={t('outlook.rows')}
          captionHidden
          columns={[
            { key: 'row', header: t('outlook.column.row'), cell: ({ row }) => String(row) },
            ...columns.map((column) => ({
              key: column,
              header: t(`column.${column}`),
              numeric: column === 'amount',
              cell: ({ cells }: PlanImportView['rows'][number]) => cells[column],
            })),
          ]}
          rows={view.rows}
          rowKey={({ row }) => String(row)}
        />
      </Section>
    </>
  );
}
