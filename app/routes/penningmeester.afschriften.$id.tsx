import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DateText } from '#app/components/content/date-text.tsx';
import { Facts } from '#app/components/content/facts.tsx';
import { useFormats } from '#app/components/content/use-formats.ts';
import { Written } from '#app/components/content/written.tsx';
import { Overtaken } from '#app/components/forms/overtaken.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { DismissForm } from '#app/components/statement/dismiss-form.tsx';
import { ItemAmount } from '#app/components/statement/item-amount.tsx';
import { MatchForm } from '#app/components/statement/match-form.tsx';
import { ProposalAnswer } from '#app/components/statement/proposal-answer.tsx';
import { ItemNames } from '#app/components/statement/waiting-table.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader, type GuardedAction } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, refusalText } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { newId } from '#app/kernel/ids.ts';
import { answerMatch } from '#app/modules/payouts/commands/answer-match.server.ts';
import { dismissItems } from '#app/modules/payouts/commands/dismiss-items.server.ts';
import { proposeMatch } from '#app/modules/payouts/commands/propose-match.server.ts';
import { hearsTheBank, readsStatements } from '#app/modules/payouts/policy.ts';
import { itemPage } from '#app/modules/payouts/queries/statement-item.query.server.ts';
import { dismissedNotice } from '#app/modules/payouts/dismissed-notice.ts';
import { dismissForm, proposeMatchForm } from '#app/modules/payouts/statement-form.ts';

const list = '/penningmeester/afschriften';

export const loader = guardLoader(readsStatements, async ({ database, actor, params }) => {
  const page = await itemPage(database, actor, params.id ?? '');
  if (page === null) throw notFound();
  return { ...page, formKey: newId() };
});

export const action = guardAction(hearsTheBank, async (args) => {
  switch (formText(args.form, 'intent')) {
    case 'propose':
      return propose(args);
    case 'confirm':
      return answer(args, true);
    case 'refuse':
      return answer(args, false);
    case 'dismiss':
      return dismiss(args);
    default:
      throw turnAway(400);
  }
});

async function propose({ form, params, context, platform }: GuardedAction) {
  const submission = parseForm(form, proposeMatchForm);
  if (submission.status !== 'success')
    return data({ about: 'match' as const, reply: submission.reply(), refusal: null }, { status: 422 });
  const itemId = params.id ?? '';
  const outcome = await proposeMatch({ ...submission.value, itemId }, signedInContext(context));
  if (outcome.ok) return goTo(`${list}/${itemId}`, platform, { tone: 'success', message: 'statements:item.proposed' });
  const reply = submission.reply({ formErrors: [refusalMessage('statements', outcome)] });
  return data({ about: 'match' as const, reply, refusal: null }, { status: refusalStatus(outcome.reason) });
}

async function answer({ form, params, context, platform, t }: GuardedAction, confirm: boolean) {
  const outcome = await answerMatch({ matchId: formText(form, 'matchId'), confirm }, signedInContext(context));
  if (outcome.ok)
    return confirm
      ? goTo(list, platform, { tone: 'success', message: 'statements:item.confirmed' })
      : goTo(`${list}/${params.id ?? ''}`, platform, { tone: 'info', message: 'statements:item.refusedDone' });
  const refusal = refusalText(t, 'statements', outcome);
  return data({ about: null, reply: null, refusal }, { status: refusalStatus(outcome.reason) });
}

async function dismiss({ form, context, platform }: GuardedAction) {
  const submission = parseForm(form, dismissForm);
  if (submission.status !== 'success')
    return data({ about: 'dismiss' as const, reply: submission.reply(), refusal: null }, { status: 422 });
  const outcome = await dismissItems(submission.value, signedInContext(context));
  if (outcome.ok) {
    return goTo(list, platform, dismissedNotice(outcome.value));
  }
  const reply = submission.reply({ formErrors: [refusalMessage('statements', outcome)] });
  return data({ about: 'dismiss' as const, reply, refusal: null }, { status: refusalStatus(outcome.reason) });
}

export const meta = pageTitle<typeof loader>((t) => t('statements:work.title'));

export default function StatementItem() {
  const { item, statementId, account, candidates, batches, proposal, mayWork, formKey } =
    useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const { t } = useTranslation('statements');
  const { locale } = useFormats();
  const replyTo = (about: 'match' | 'dismiss') => (outcome?.about === about ? outcome.reply : null);
  const mayMatch = mayWork && proposal === null && candidates.length + batches.length > 0;
  const mayDismiss = mayWork && proposal === null;
  // a form that came back and that the page has no place for any more
  const lost = (mayMatch ? null : replyTo('match')) ?? (mayDismiss ? null : replyTo('dismiss'));
  return (
    <Page>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: t('crumb'), href: '/penningmeester' },
              { label: t('title'), href: list },
            ]}
          />
        }
        title={t('item.title', { day: dateText(item.bookedOn, 'day', locale) })}
        lead={
          <>
            {t(`why.${item.reason}`)} {item.hasProposal ? t('work.proposed') : t(`whatNow.${item.reason}`)}
          </>
        }
        tone="plain"
      />
      {mayWork ? null : <Notice>{t('reading')}</Notice>}
      {outcome?.refusal ? (
        <Notice tone="danger" role="alert">
          {outcome.refusal}
        </Notice>
      ) : null}
      {lost === null ? null : <Overtaken reply={lost} names={['note']} />}
      <Section title={t('item.facts')}>
        <Facts
          layout="beside"
          facts={[
            { term: t('work.amount'), value: <ItemAmount item={item} /> },
            { term: t('work.when'), value: <DateText value={item.bookedOn} format="day" /> },
            {
              term: t('work.who'),
              value: item.counterparty === '' ? t('work.nobody') : <Written>{item.counterparty}</Written>,
            },
            { term: t('list.account'), value: item.counterAccount },
            { term: t('item.text'), value: item.text === '' ? null : <Written>{item.text}</Written> },
            { term: t('list.statement'), value: `${statementId} (${account})` },
          ]}
        />
        <p className="mt-4">
          <ItemNames item={item} />
        </p>
      </Section>
      {proposal === null ? null : (
        <Section title={t('item.proposal')}>
          <ProposalAnswer proposal={proposal} mayWork={mayWork} />
        </Section>
      )}
      {proposal === null && mayWork ? (
        <Section title={t('item.match')}>
          <div className="max-w-form">
            {candidates.length + batches.length === 0 ? (
              <p>{t(item.direction === 'debit' ? 'item.noCandidates' : 'item.noCandidatesBack')}</p>
            ) : (
              <>
                <p className="mb-6">{t('item.matchLead')}</p>
                <MatchForm candidates={candidates} batches={batches} formKey={formKey} reply={replyTo('match')} />
              </>
            )}
          </div>
        </Section>
      ) : null}
      {mayDismiss ? (
        <Section title={t('dismiss.title')}>
          <div className="max-w-form">
            <p className="mb-6">{t('dismiss.leadOne')}</p>
            <DismissForm itemId={item.id} reply={replyTo('dismiss')} />
          </div>
        </Section>
      ) : null}
    </Page>
  );
}
