import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AnswerForms, DecideForms } from '#app/components/alliance/answer-forms.tsx';
import { SpendingAnswers } from '#app/components/alliance/spending-answers.tsx';
import { SpendingOtherMoney } from '#app/components/alliance/spending-other-money.tsx';
import { SpendingMoney } from '#app/components/alliance/spending-money.tsx';
import { SpendingFacts } from '#app/components/alliance/spending-facts.tsx';
import { OrganisationPayments } from '#app/components/change/organisation-payments.tsx';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { Overtaken } from '#app/components/forms/overtaken.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { TwoColumns } from '#app/components/page/two-columns.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader, type GuardedAction } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, refusalText } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import type { RefusalOf } from '#app/i18n/texts.ts';
import { dateText } from '#app/kernel/date-text.ts';
import type { Refused } from '#app/kernel/outcome.ts';
import { answerSpending } from '#app/modules/alliances/commands/answer-spending.server.ts';
import { withdrawSpending } from '#app/modules/alliances/commands/change-spending.server.ts';
import { confirmSpending } from '#app/modules/alliances/commands/confirm-spending.server.ts';
import { answerForm, objectionForm } from '#app/modules/alliances/form.ts';
import { readsAllianceWork, worksInAlliance } from '#app/modules/alliances/policy.ts';
import { spendingPage } from '#app/modules/alliances/queries/spending-page.query.server.ts';
import { organisationPayments } from '#app/modules/payouts/queries/organisation-payments.query.server.ts';

export const loader = guardLoader(readsAllianceWork, async ({ database, actor, params, now, platform }) => {
  const spending = await spendingPage(database, actor, params.id ?? '', now);
  if (spending === null) throw notFound();
  const payments = await organisationPayments(database, actor, { spendingId: spending.id });
  return { ...spending, payments, isOnline: platform.stripe !== null };
});

export const action = guardAction(worksInAlliance, async (args) => {
  const { database, actor, params, now, form } = args;
  // somebody else's wijkalliantie is not there
  if ((await spendingPage(database, actor, params.id ?? '', now)) === null) throw notFound();
  const intent = formText(form, 'intent');
  switch (intent) {
    case 'consent':
    case 'withdrawn':
    case 'interest':
    case 'confirm':
      return press(args, intent);
    case 'objection':
    case 'withdraw':
      return giveReason(args, intent);
    default:
      throw turnAway(400);
  }
});

const refuse = ({ t }: GuardedAction, outcome: Refused<RefusalOf<'alliances'>>, intent: string) =>
  data(
    { refusal: refusalText(t, 'alliances', outcome), reply: null, intent },
    { status: refusalStatus(outcome.reason) },
  );

async function press(args: GuardedAction, intent: 'consent' | 'withdrawn' | 'interest' | 'confirm') {
  const { form, params, platform, t } = args;
  const context = signedInContext(args.context);
  const spendingId = params.id ?? '';
  const here = `/wijkalliantie-werk/${spendingId}`;
  const submission = parseForm(form, answerForm);
  if (submission.status !== 'success')
    return data({ refusal: t('alliances:mistake.form'), reply: null, intent }, { status: 422 });
  const { revision } = submission.value;
  if (intent === 'confirm') {
    const confirmed = await confirmSpending({ spendingId, revision }, context);
    if (!confirmed.ok) return refuse(args, confirmed, intent);
    return goTo(here, platform, { tone: 'success', message: 'alliances:spending.confirmed' });
  }
  const answered = await answerSpending({ spendingId, revision, answer: intent, reason: '' }, context);
  if (!answered.ok) return refuse(args, answered, intent);
  return goTo(here, platform, { tone: 'success', message: 'alliances:spending.answered' });
}

async function giveReason(args: GuardedAction, intent: 'objection' | 'withdraw') {
  const { form, params, platform } = args;
  const context = signedInContext(args.context);
  const spendingId = params.id ?? '';
  const submission = parseForm(form, objectionForm);
  if (submission.status !== 'success')
    return data({ refusal: null, reply: submission.reply(), intent }, { status: 422 });
  const input = { spendingId, ...submission.value };
  const outcome =
    intent === 'objection'
      ? await answerSpending({ ...input, answer: 'objection' }, context)
      : await withdrawSpending(input, context);
  if (!outcome.ok) {
    const reply = submission.reply({ formErrors: [refusalMessage('alliances', outcome)] });
    return data({ refusal: null, reply, intent }, { status: refusalStatus(outcome.reason) });
  }
  const message = intent === 'objection' ? 'alliances:spending.answered' : 'alliances:spending.withdrawn';
  return goTo(`/wijkalliantie-werk/${spendingId}`, platform, { tone: 'success', message });
}

export const meta = pageTitle<typeof loader>((_t, { what }) => what);

export default function Spending() {
  const spending = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, i18n } = useTranslation('alliances');
  const { alliance, number, proposerName: name, state } = spending;
  const date = dateText(spending.proposedAt, 'day', i18n.language);
  const isOffered = state === 'proposed' && (answer?.intent === 'withdraw' || spending.answerBlock === null);
  const forms = { spending, reply: answer?.reply ?? null, intent: answer?.intent ?? '' };
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('work.crumb'), href: '/wijkalliantie-werk' }]} />}
        eyebrow={t('spending.eyebrow')}
        title={<Written>{spending.what}</Written>}
        lead={
          <a href={`/wijkallianties/${alliance.slug}`}>
            <Written>{alliance.name}</Written>
          </a>
        }
        tone="sand"
      >
        <p className="mt-3">
          {spending.isOwn ? (
            t('spending.proposedByYou', { date })
          ) : (
            <Quoting text={t('spending.proposedBy', { name, date })} written={name} />
          )}
        </p>
      </PageHeader>
      {answer?.refusal == null ? null : <Notice tone="danger" role="alert" title={answer.refusal} />}
      {answer?.reply == null || isOffered ? null : <Overtaken reply={answer.reply} names={['reason']} />}
      {state === 'withdrawn' ? (
        <Notice tone="warning" title={t('spending.withdrawnTitle')}>
          <p className="whitespace-pre-line">
            <Written>{spending.withdrawReason}</Written>
          </p>
        </Notice>
      ) : null}
      {number === null ? null : (
        <Notice tone="success" title={t('spending.confirmedTitle', { number })}>
          <p>
            <a href={`/wijkallianties/${alliance.slug}?jaar=${String(spending.year)}#${number}`}>
              {t('spending.confirmedLink')}
            </a>
          </p>
        </Notice>
      )}
      <TwoColumns asideLabel={t('spending.facts')} aside={<SpendingFacts spending={spending} />}>
        <Section title={t('spending.why')}>
          <p className="max-w-prose whitespace-pre-line">
            <Written>{spending.why}</Written>
          </p>
        </Section>
        <SpendingOtherMoney spending={spending} />
        <SpendingMoney spending={spending} />
        <OrganisationPayments payments={spending.payments} isOnline={spending.isOnline} on="list" />
        {state === 'proposed' ? <AnswerForms {...forms} /> : null}
        <SpendingAnswers answers={spending.answers} />
        {state === 'proposed' ? <DecideForms {...forms} /> : null}
      </TwoColumns>
    </Page>
  );
}
