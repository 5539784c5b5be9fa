import { useForm } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '#app/components/content/data-table.tsx';
import { DateText } from '#app/components/content/date-text.tsx';
import { ButtonLink, ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { CheckboxField } from '#app/components/forms/choice-fields.tsx';
import { FileField } from '#app/components/forms/file-field.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { ExampleTag } from '#app/components/fund/example-tag.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { Section } from '#app/components/page/section.tsx';
import { ReadingAlong } from '#app/components/people/reading-along.tsx';
import { CheckedPlan } from '#app/components/plan-import/checked-plan.tsx';
import { guardAction, guardLoader, type GuardedAction } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { pressedButton } from '#app/http/pressed-button.server.ts';
import { goTo, refusalStatus, refusalText } from '#app/http/respond.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { proposePlanImport } from '#app/modules/budgets/commands/propose-plan-import.server.ts';
import { proposeImportForm } from '#app/modules/budgets/plan-import-form.ts';
import { mayImportPlan, readsPlanImports } from '#app/modules/budgets/policy.ts';
import { dryRun, planImports, type PlanImportItem } from '#app/modules/budgets/queries/plan-import.query.server.ts';

const here = '/budgetbeheer/importeren';

export const loader = guardLoader(readsPlanImports, async ({ database, actor }) => ({
  plans: await planImports(database),
  mayImport: mayImportPlan(actor).ok,
}));

export const action = guardAction(mayImportPlan, async (args) =>
  pressedButton(args.form, ['propose', 'check']) === 'propose' ? propose(args) : check(args),
);

/** Shows what the file would do. Nothing is kept: the text goes along in the form with which it is proposed. */
async function check({ form, database }: GuardedAction) {
  const file = form.get('file');
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  const isExample = form.get('isExample') === 'on';
  const checked = await dryRun(database, bytes, isExample);
  const fileName = file instanceof File ? file.name : '';
  const answer = { checked, fileName, isExample, formKey: newId(), refusal: null };
  return data(answer, { status: checked.mistakes.length === 0 ? 200 : 422 });
}

async function propose({ form, database, context, platform, t }: GuardedAction) {
  const submission = parseForm(form, proposeImportForm);
  if (submission.status !== 'success') throw turnAway(400);
  const proposed = await proposePlanImport(submission.value, context);
  if (proposed.ok) {
    return goTo(`${here}/${proposed.value}`, platform, { tone: 'success', message: 'planImport:propose.done' });
  }
  const { content, fileName, isExample, formKey } = submission.value;
  const checked = await dryRun(database, new TextEncoder().encode(content), isExample);
  return data(
    { checked, fileName, isExample, formKey, refusal: refusalText(t, 'planImport', proposed) },
    { status: refusalStatus(proposed.reason) },
  );
}

export const meta = pageTitle<typeof loader>((t) => t('planImport:title'));

export default function ImportPlan() {
  const { plans, mayImport } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('planImport');
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('crumb'), href: '/budgetbeheer' }]} />}
        title={t('title')}
        lead={t('lead')}
        tone="plain"
      />
      {answer?.refusal ? (
        <Notice tone="danger" role="alert">
          {answer.refusal}
        </Notice>
      ) : null}
      {answer === undefined ? null : (
        <CheckedPlan
          checked={answer.checked}
          fileName={answer.fileName}
          isExample={answer.isExample}
          formKey={answer.formKey}
        />
      )}
      {mayImport ? <Upload isExample={answer?.isExample ?? false} /> : <ReadingAlong />}
      <Section title={t('list.title')}>
        {plans.length === 0 ? (
          <EmptyState title={t('list.none')} stampId="plan-inlezen">
            <p>{t('list.noneText')}</p>
          </EmptyState>
        ) : (
          <PlanTable plans={plans} />
        )}
      </Section>
    </Page>
  );
}

function Upload({ isExample }: { isExample: boolean }) {
  const { t } = useTranslation('planImport');
  const [form, fields] = useForm<{ file: string; isExample: string }>({
    id: 'plan',
    constraint: { file: { required: true } },
    defaultValue: isExample ? { isExample: 'on' } : {},
  });
  return (
    <Section title={t('upload.title')}>
      <div className="grid gap-10 lg:grid-cols-2">
        <FormFrame form={form} labels={{ file: t('upload.file') }} withFiles>
          <FileField
            field={fields.file}
            label={t('upload.file')}
            hint={t('upload.hint')}
            accept=".csv,.tsv,.txt,text/csv"
          />
          <CheckboxField field={fields.isExample} label={t('upload.isExample')} hint={t('upload.isExampleHint')} />
          <ButtonRow>
            <SubmitButton icon="upload" name="intent" value="check">
              {t('upload.check')}
            </SubmitButton>
          </ButtonRow>
        </FormFrame>
        <div className="prose">
          <h3>{t('upload.howTitle')}</h3>
          <p>{t('upload.how')}</p>
          <p>{t('upload.howAmount')}</p>
          <p>{t('upload.howAll')}</p>
          <p>
            <ButtonLink href={`${here}/voorbeeld.csv`} tone="quiet" download>
              {t('upload.example')}
            </ButtonLink>
          </p>
        </div>
      </div>
    </Section>
  );
}

function PlanTable({ plans }: { plans: readonly PlanImportItem[] }) {
  const { t } = useTranslation('planImport');
  return (
    <DataTable
      caption={t('list.title')}
      captionHidden
      columns={[
        {
          key: 'file',
          header: t('list.column.file'),
          cell: ({ id, fileName, isExample }) => (
            <>
              <a href={`${here}/${id}`} className="break-all">
                {fileName}
              </a>
              {isExample ? <ExampleTag /> : null}
            </>
          ),
        },
        { key: 'state', header: t('list.column.state'), cell: ({ state }) => t(`state.${state}`) },
        { key: 'by', header: t('list.column.by'), cell: ({ proposerName }) => proposerName },
        {
          key: 'when',
          header: t('list.column.when'),
          cell: ({ proposedAt }) => <DateText value={proposedAt} format="time" />,
        },
      ]}
      rows={plans}
      rowKey={({ id }) => id}
    />
  );
}
