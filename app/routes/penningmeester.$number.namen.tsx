import { useForm } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { RadioCards } from '#app/components/forms/choice-fields.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { TextField } from '#app/components/forms/text-field.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { LineCheckTable } from '#app/components/statement/line-check-table.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { noteLineCheck } from '#app/modules/payouts/commands/note-line-check.server.ts';
import { pays, readsPayments } from '#app/modules/payouts/policy.ts';
import { lineAt, lineChecks } from '#app/modules/payouts/queries/line-checks.query.server.ts';
import { lineCheckForm } from '#app/modules/payouts/statement-form.ts';
import { lineCheckAnswers, longestStatementText } from '#app/modules/payouts/statement-refusals.ts';

export const loader = guardLoader(readsPayments, async ({ database, actor, params }) => {
  const page = await lineChecks(database, actor, params.number ?? '');
  if (page === null) throw notFound();
  return page;
});

export const action = guardAction(pays, async ({ database, actor, params, form, context, platform }) => {
  const page = await lineChecks(database, actor, params.number ?? '');
  if (page === null) throw notFound();
  const submission = parseForm(form, lineCheckForm);
  if (submission.status !== 'success') return data({ reply: submission.reply() }, { status: 422 });
  const { position, ...answer } = submission.value;
  const lineId = await lineAt(database, page.number, position);
  const outcome = await noteLineCheck({ ...answer, lineId }, signedInContext(context));
  if (outcome.ok)
    return goTo(`/penningmeester/${page.number}/namen`, platform, {
      tone: 'success',
      message: 'statements:names.done',
    });
  const message = [refusalMessage('statements', outcome)];
  const reply =
    outcome.reason === 'bank-name-missing'
      ? submission.reply({ fieldErrors: { bankName: message } })
      : submission.reply({ fieldErrors: { position: message } });
  return data({ reply }, { status: refusalStatus(outcome.reason) });
});

export const meta = pageTitle<typeof loader>((t, { number }) => t('statements:names.title', { number }));

export default function NameCheck() {
  const { number, checks, open, unanswered, mayWork } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('statements');
  const [form, fields] = useForm<{ position: string; answer: string; bankName: string }>({
    id: 'naamcontrole',
    lastResult: answer?.reply ?? null,
    constraint: {
      position: { required: true },
      answer: { required: true },
      bankName: { maxLength: longestStatementText.bankName },
    },
  });
  const labels = { position: t('names.position'), answer: t('names.answer'), bankName: t('names.bankName') };
  return (
    <Page>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: t('crumb'), href: '/penningmeester' },
              { label: number, href: `/penningmeester/${number}` },
            ]}
          />
        }
        title={t('names.title', { number })}
        lead={t('names.lead')}
        tone="plain"
      >
        {open === 0 ? null : <p className="mt-4 max-w-prose">{t('names.counted', { count: open, unanswered })}</p>}
      </PageHeader>
      {mayWork && open > 0 ? (
        <Section title={t('names.note')}>
          <div className="max-w-form">
            <FormFrame form={form} labels={labels}>
              <TextField
                field={fields.position}
                label={labels.position}
                hint={t('names.positionHint')}
                inputMode="numeric"
              />
              <RadioCards
                field={fields.answer}
                label={labels.answer}
                choices={lineCheckAnswers.map((value) => ({ value, label: t(`names.answers.${value}`) }))}
              />
              <TextField field={fields.bankName} label={labels.bankName} hint={t('names.bankNameHint')} />
              <ButtonRow>
                <SubmitButton>{t('names.submit')}</SubmitButton>
              </ButtonRow>
            </FormFrame>
          </div>
        </Section>
      ) : null}
      <Section title={t('names.list')}>
        {checks.length === 0 ? (
          <EmptyState title={t('names.none')} stampId="naamcontrole">
            <p>{t('names.noneText')}</p>
          </EmptyState>
        ) : (
          <LineCheckTable checks={checks} />
        )}
      </Section>
    </Page>
  );
}
