import { useForm, type SubmissionResult } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#app/components/content/use-formats.ts';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { Section } from '#app/components/page/section.tsx';
import { HeaderFields } from '#app/components/spending-report/header-fields.tsx';
import { ReportTable } from '#app/components/spending-report/report-table.tsx';
import { SentMeanwhile } from '#app/components/spending-report/sent-meanwhile.tsx';
import { guardAction, guardLoader, type GuardedAction } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { pressedButton } from '#app/http/pressed-button.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, refusalText, rejected } from '#app/http/respond.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { sendReport } from '#app/modules/budgets/commands/send-report.server.ts';
import { changeReport } from '#app/modules/budgets/commands/start-report.server.ts';
import { maySendReports, readsBudgetWork } from '#app/modules/budgets/policy.ts';
import {
  draftReportView,
  numberWhenSent,
  type DraftReportView,
} from '#app/modules/budgets/queries/spending-report.query.server.ts';
import { changeReportForm, sendReportForm } from '#app/modules/budgets/report-form.ts';

export const loader = guardLoader(readsBudgetWork, async ({ database, actor, params }) => {
  const sentAs = await numberWhenSent(database, params.id ?? '');
  if (sentAs !== null) return { sentAs };
  const view = await draftReportView(database, actor, params.id ?? '');
  if (view === null) throw notFound();
  return { sentAs, ...view };
});

export const action = guardAction(maySendReports, async (args) => {
  return pressedButton(args.form, ['send', 'change']) === 'send' ? send(args) : change(args);
});

/** Why it was not sent stands above the report: the form with its day and introduction has no part in it. */
async function send({ form, context, params, platform, t }: GuardedAction) {
  const submission = parseForm(form, sendReportForm);
  if (submission.status !== 'success') throw turnAway(400);
  const sent = await sendReport({ reportId: params.id ?? '', ...submission.value }, context);
  if (sent.ok) {
    const said = { tone: 'success' as const, message: 'spendingReport:work.sentFlash' };
    return goTo(`/budgetten/uitputting/${sent.value}`, platform, said);
  }
  if (sent.reason === 'report-unknown') throw notFound();
  return data(
    { reply: undefined, notSent: refusalText(t, 'spendingReport', sent) },
    { status: refusalStatus(sent.reason) },
  );
}

async function change({ form, context, params, platform }: GuardedAction) {
  const submission = parseForm(form, changeReportForm);
  if (submission.status !== 'success') return rejected({ reply: submission.reply(), notSent: null });
  const reportId = params.id ?? '';
  const changed = await changeReport({ reportId, ...submission.value }, context);
  if (changed.ok) {
    const said = { tone: 'success' as const, message: 'spendingReport:work.saved' };
    return goTo(`/budgetbeheer/uitputting/${reportId}`, platform, said);
  }
  if (changed.reason === 'report-unknown') throw notFound();
  const reply = submission.reply({ formErrors: [refusalMessage('spendingReport', changed)] });
  return data({ reply, notSent: null }, { status: refusalStatus(changed.reason) });
}

export const meta = pageTitle<typeof loader>((t, view) =>
  view.sentAs === null
    ? t('spendingReport:reportTitle', { year: view.year })
    : t('spendingReport:work.sentAs', { number: view.sentAs }),
);

export default function ReportWork() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return view.sentAs === null ? (
    <DraftReport view={view} answer={answer} />
  ) : (
    <SentMeanwhile number={view.sentAs} reply={answer?.reply} names={['intro']} />
  );
}

type DraftReportProps = { view: DraftReportView; answer: ReturnType<typeof useActionData<typeof action>> };

function DraftReport({ view, answer }: DraftReportProps) {
  const { t } = useTranslation('spendingReport');
  const { locale } = useFormats();
  const missing = view.groups.flatMap(({ lines }) => lines).filter(({ forecast }) => forecast === null).length;
  return (
    <Page>
      <PageHeader
        title={t('reportTitle', { year: view.year })}
        lead={t('until', { day: dateText(view.until, 'long', locale) })}
        tone="plain"
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('work.title'), href: '/budgetbeheer/uitputting' }]} />}
      />
      {answer?.notSent ? (
        <Notice tone="danger" role="alert" title={t('work.notSent')}>
          {answer.notSent}
        </Notice>
      ) : null}
      {missing === 0 ? null : <Notice>{t('work.missing', { count: missing })}</Notice>}
      {view.groups.map(({ body, lines, mayForecast, totals }) => (
        <Section key={body.slug} title={<Written>{body.name}</Written>}>
          <ReportTable caption={<Written>{body.name}</Written>} lines={lines} totals={totals} />
          {mayForecast ? (
            <p className="mt-4">
              <a href={`/budgetbeheer/uitputting/${view.id}/${body.slug}`} className="button button-quiet">
                <span>
                  <Quoting text={t('work.fill', { body: body.name })} written={body.name} />
                </span>
              </a>
            </p>
          ) : null}
        </Section>
      ))}
      {view.maySend ? <Sending view={view} reply={answer?.reply} /> : null}
    </Page>
  );
}

function Sending({ view, reply }: { view: DraftReportView; reply: SubmissionResult | undefined }) {
  const { t } = useTranslation('spendingReport');
  const [form, fields] = useForm<{ until: string; intro: string }>({
    id: 'uitputting',
    lastResult: reply,
    constraint: { until: { required: true }, intro: { maxLength: 4000 } },
    defaultValue: { until: view.until, intro: view.intro },
  });
  return (
    <>
      <Section title={t('work.change')}>
        <div className="max-w-form">
          <FormFrame form={form} labels={{ until: t('work.until'), intro: t('work.intro') }}>
            <input type="hidden" name="revision" value={view.revision} />
            <HeaderFields until={fields.until} intro={fields.intro} />
            <ButtonRow>
              <SubmitButton tone="quiet" name="intent" value="change">
                {t('work.save')}
              </SubmitButton>
            </ButtonRow>
          </FormFrame>
        </div>
      </Section>
      <Section title={t('work.send')} lead={t('work.sendText')}>
        <form method="post">
          <input type="hidden" name="seen" value={view.seen} />
          <SubmitButton name="intent" value="send">
            {t('work.sendButton')}
          </SubmitButton>
        </form>
      </Section>
    </>
  );
}
