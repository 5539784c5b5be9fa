import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ApproveForm, EndForm } from '#app/components/change/answer-forms.tsx';
import { ChangeEffects } from '#app/components/change/change-effects.tsx';
import { ChangeFactList } from '#app/components/change/change-fact-list.tsx';
import { GroundText } from '#app/components/change/ground-text.tsx';
import { useFormats } from '#app/components/content/use-formats.ts';
import { TypedWords } from '#app/components/decision/typed-words.tsx';
import { NotSent } from '#app/components/forms/not-sent.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { Section } from '#app/components/page/section.tsx';
import { TwoColumns } from '#app/components/page/two-columns.tsx';
import { guardAction, guardLoader, type GuardedAction } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { pressedButton } from '#app/http/pressed-button.server.ts';
import { goTo, notFound, refusalStatus, refusalText } from '#app/http/respond.server.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { formatCents } from '#app/kernel/money.ts';
import { approveChange } from '#app/modules/budgets/commands/approve-change.server.ts';
import { closeChange } from '#app/modules/budgets/commands/close-change.server.ts';
import { closeForm } from '#app/modules/budgets/form.ts';
import { readsBudgetWork, worksOnBudgets } from '#app/modules/budgets/policy.ts';
import { handChangeToStripe } from '#app/modules/payouts/commands/hand-change-to-stripe.server.ts';
import { proposedChange } from '#app/modules/budgets/queries/proposed-change.query.server.ts';

export const loader = guardLoader(readsBudgetWork, async ({ database, actor, params, locale, platform }) => {
  const view = await proposedChange(database, actor, params.id ?? '', platform.stripe !== null);
  if (view === null) throw notFound();
  if ('registeredAs' in view) throw redirect(`/budgetten/wijzigingen/${view.registeredAs}`);
  return { change: view, amount: formatCents(view.facts.amount, locale) };
});

export const action = guardAction(worksOnBudgets, async (args) => {
  const { form, database, actor, params, platform } = args;
  const pressed = pressedButton(form, ['approve', 'close']);
  const before = await proposedChange(database, actor, params.id ?? '');
  if (before === null) throw notFound();
  const answer = pressed === 'close' ? await close(args) : await approve(args);
  // two people at once: the second reads what the first did
  const after = await proposedChange(database, actor, params.id ?? '');
  if (after !== null && 'registeredAs' in after && !(answer instanceof Response)) {
    const page = `/budgetten/wijzigingen/${after.registeredAs}`;
    return goTo(page, platform, { tone: 'info', message: 'changes:proposed.someoneElse' });
  }
  return answer;
});

async function approve({ context, params, platform, t }: GuardedAction) {
  const toStripe = platform.stripe === null ? null : handChangeToStripe;
  const outcome = await approveChange({ changeId: params.id ?? '' }, context, toStripe);
  if (!outcome.ok)
    return data(
      { refusal: refusalText(t, 'changes', outcome), reply: null },
      { status: refusalStatus(outcome.reason) },
    );
  return goTo(`/budgetten/wijzigingen/${outcome.value}`, platform, {
    tone: 'success',
    message: 'changes:proposed.approved',
  });
}

async function close({ form, context, params, platform, t }: GuardedAction) {
  const submission = parseForm(form, closeForm);
  if (submission.status !== 'success') return data({ refusal: null, reply: submission.reply() }, { status: 422 });
  const outcome = await closeChange({ changeId: params.id ?? '', ...submission.value }, context);
  if (!outcome.ok)
    return data(
      { refusal: refusalText(t, 'changes', outcome), reply: submission.reply() },
      { status: refusalStatus(outcome.reason) },
    );
  return goTo('/budgetbeheer', platform, { tone: 'success', message: `changes:proposed.${outcome.value}` });
}

export const meta = pageTitle<typeof loader>((t, { change, amount }) =>
  t('changes:proposed.title', { kind: t(`changes:kind.${change.facts.kind}`), amount }),
);

export default function ProposedChange() {
  const { change } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, i18n } = useTranslation('changes');
  const { money } = useFormats();
  const { facts, state, answered } = change;
  const date = dateText(change.proposedAt, 'day', i18n.language);
  const isOpen = state === 'proposed';
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('work.crumb'), href: '/budgetbeheer' }]} />}
        eyebrow={t(`proposed.eyebrow.${state}`)}
        title={t('proposed.title', { kind: t(`kind.${facts.kind}`), amount: money(facts.amount) })}
        lead={
          facts.decision === null && facts.spending === null ? (
            t(`kindMeans.${facts.kind}`)
          ) : (
            <GroundText facts={facts} />
          )
        }
        tone="sand"
      >
        <p className="mt-3">
          {change.isOwn ? t('work.proposedByYou', { date }) : t('work.proposedBy', { name: change.proposerName, date })}
        </p>
      </PageHeader>
      {answer?.refusal == null ? null : change.mayEnd === null && answer.reply !== null ? (
        <NotSent typed={answer.reply.initialValue} names={['reason']}>
          {answer.refusal}
        </NotSent>
      ) : (
        <Notice tone="danger" role="alert" title={answer.refusal} />
      )}
      {answered === null || state === 'proposed' ? null : (
        <Notice tone="warning" title={t(`proposed.endedTitle.${state}`)}>
          <p>{t('proposed.endedBy', { name: answered.byName, date: dateText(answered.at, 'day', i18n.language) })}</p>
          <TypedWords text={answered.reason} />
        </Notice>
      )}
      <TwoColumns asideLabel={t('page.facts')} aside={<ChangeFactList facts={facts} way={change.way} />}>
        <Section title={t('page.why')}>
          <TypedWords text={facts.reason} />
        </Section>
        {isOpen ? <ChangeEffects effects={change.effects} /> : null}
        {isOpen ? <ApproveForm change={change} /> : null}
        {change.mayEnd === null ? null : <EndForm how={change.mayEnd} reply={answer?.reply ?? null} />}
      </TwoColumns>
    </Page>
  );
}
