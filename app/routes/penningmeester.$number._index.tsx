import type { SubmissionResult } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { Pagination } from '#app/components/content/pagination.tsx';
import { useFormats } from '#app/components/content/use-formats.ts';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { TwoColumns } from '#app/components/page/two-columns.tsx';
import { BatchAside } from '#app/components/payout/batch-aside.tsx';
import { BatchWork } from '#app/components/payout/batch-work.tsx';
import { GroundTable } from '#app/components/payout/ground-table.tsx';
import { LineTable } from '#app/components/payout/line-table.tsx';
import { OddList } from '#app/components/payout/odd-list.tsx';
import { PutBacks } from '#app/components/payout/put-backs.tsx';
import { RefusedAct } from '#app/components/payout/refused-act.tsx';
import { ReadingAlong } from '#app/components/people/reading-along.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { pressedButton } from '#app/http/pressed-button.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import type { RefusalOf } from '#app/i18n/texts.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Outcome } from '#app/kernel/outcome.ts';
import { batchButtons } from '#app/modules/payouts/batch-buttons.ts';
import { answerPutBack } from '#app/modules/payouts/commands/answer-put-back.server.ts';
import { approveBatch } from '#app/modules/payouts/commands/approve-batch.server.ts';
import { discardBatch } from '#app/modules/payouts/commands/discard-batch.server.ts';
import { leaveOutLine } from '#app/modules/payouts/commands/leave-out-line.server.ts';
import { proposePutBack } from '#app/modules/payouts/commands/propose-put-back.server.ts';
import { sendBatch } from '#app/modules/payouts/commands/send-batch.server.ts';
import {
  answerPutBackForm,
  approveForm,
  discardForm,
  leaveOutForm,
  putBackForm,
  sendForm,
} from '#app/modules/payouts/form.ts';
import { pays, readsPayments } from '#app/modules/payouts/policy.ts';
import { batchPage } from '#app/modules/payouts/queries/batch-page.query.server.ts';

export const loader = guardLoader(readsPayments, async ({ database, actor, params, url, now }) => {
  const page = Number(url.searchParams.get('pagina') ?? '1');
  const batch = await batchPage(database, actor, {
    number: params.number ?? '',
    page: Number.isSafeInteger(page) ? page : 1,
  });
  if (batch === null) throw notFound();
  return { batch, today: dayInAmsterdam(now), formKey: newId() };
});

/** What each button does: its form, its command, and what the next page says. */
const steps = {
  approve: step(approveForm, approveBatch, 'approved'),
  send: step(sendForm, sendBatch, 'sent'),
  'leave-out': step(leaveOutForm, leaveOutLine, 'leftOut'),
  discard: step(discardForm, discardBatch, 'discarded'),
  'put-back': step(putBackForm, proposePutBack, 'putBackProposed'),
  'put-back-confirm': step(answerPutBackForm(true), answerPutBack, 'putBackConfirmed'),
  'put-back-refuse': step(answerPutBackForm(false), answerPutBack, 'putBackRefused'),
};

type Intent = keyof typeof steps;

const intents = Object.keys(steps) as Intent[];

export const action = guardAction(pays, async ({ database, actor, params, form, context, platform }) => {
  const batch = await batchPage(database, actor, { number: params.number ?? '', page: 1 });
  if (batch === null) throw notFound();
  const intent = pressedButton(form, intents);
  const taken = await steps[intent](form, batch.id, signedInContext(context));
  if ('message' in taken) {
    const message = intent === 'send' && batch.rail === 'stripe' ? 'payouts:act.sentStripe' : taken.message;
    return goTo(`/penningmeester/${batch.number}`, platform, { tone: 'success', message });
  }
  return data({ intent, reply: taken.reply }, { status: taken.status });
});

/** Refusals that belong beside a field. */
const fieldOf: Partial<Record<RefusalOf<'payouts'>, string>> = {
  'odd-reason-missing': 'oddReason',
  'reason-missing': 'reason',
  'day-missing': 'executeOn',
  'day-past': 'executeOn',
  'day-far': 'executeOn',
  'line-unknown': 'lineId',
  'line-not-open': 'lineId',
  'booked-already': 'lineId',
};

type SignedInContext = ReturnType<typeof signedInContext>;

type Taken = { message: string } | { reply: SubmissionResult; status: number };

function step<Schema extends z.ZodType<Record<string, unknown>>>(
  schema: Schema,
  command: (
    input: z.output<Schema> & { batchId: string },
    context: SignedInContext,
  ) => Promise<Outcome<unknown, RefusalOf<'payouts'>>>,
  done: string,
) {
  return async (form: FormData, batchId: string, context: SignedInContext): Promise<Taken> => {
    const submission = parseForm(form, schema);
    if (submission.status !== 'success') return { reply: submission.reply(), status: 422 };
    const outcome = await command({ ...submission.value, batchId }, context);
    if (outcome.ok) return { message: `payouts:act.${done}` };
    const message = [refusalMessage('payouts', outcome)];
    const field = fieldOf[outcome.reason];
    const mistakes = field === undefined ? { formErrors: message } : { fieldErrors: { [field]: message } };
    return { reply: submission.reply(mistakes), status: refusalStatus(outcome.reason) };
  };
}

export const meta = pageTitle<typeof loader>((t, { batch: { number } }) => t('payouts:page.title', { number }));

export default function BatchOfPayments() {
  const { batch, today, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('payouts');
  const { money } = useFormats();
  const { number, state, counts, mayWork } = batch;
  const people = counts.open.people + counts.settled.people + counts.returned.people + counts.put_back.people;
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('crumb'), href: '/penningmeester' }]} />}
        eyebrow={t(`page.eyebrow.${state}`)}
        title={t('page.title', { number })}
        lead={t('page.lead', { count: people, amount: money(batch.total), body: batch.bodyName })}
        tone="sand"
      />
      {mayWork ? null : <ReadingAlong />}
      {answer !== undefined && !batchButtons(batch).some((button) => button === answer.intent) ? (
        <RefusedAct reply={answer.reply} />
      ) : null}
      <PutBacks putBacks={batch.putBacks} mayWork={mayWork} />
      <TwoColumns asideLabel={t('page.facts')} aside={<BatchAside batch={batch} />}>
        <OddList odd={batch.odd} lines={batch.oddLines} />
        <BatchWork
          batch={batch}
          today={today}
          formKey={formKey}
          reply={(intent) => (answer?.intent === intent ? answer.reply : null)}
        />
        {batch.grounds.length === 0 ? null : (
          <Section title={t('page.grounds')}>
            <GroundTable grounds={batch.grounds} total={batch.total} />
          </Section>
        )}
      </TwoColumns>
      <Section title={t('page.lines')} id="regels">
        <LineTable lines={batch.lines} />
        <div className="mt-6">
          <Pagination
            page={batch.page}
            pageCount={batch.pageCount}
            hrefFor={(page) => `?pagina=${String(page)}#regels`}
          />
        </div>
      </Section>
    </Page>
  );
}
