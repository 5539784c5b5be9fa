import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DateText } from '#app/components/content/date-text.tsx';
import { Written } from '#app/components/content/written.tsx';
import { SubmitButton } from '#app/components/forms/buttons.tsx';
import { PairNames } from '#app/components/messages/pair-names.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { ClaimsToAnswer } from '#app/components/portfolio/claims-to-answer.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader, type GuardedAction } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { pressedButton } from '#app/http/pressed-button.server.ts';
import { goTo, refusalMessage, refusalStatus, refusalText } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { answerClaim } from '#app/modules/portfolios/commands/claim-portfolio.server.ts';
import { showAgain } from '#app/modules/portfolios/commands/show-again.server.ts';
import { claimAnswerForm } from '#app/modules/portfolios/form.ts';
import { mayModerate, moderates } from '#app/modules/portfolios/policy.ts';
import { claimsToAnswer } from '#app/modules/portfolios/queries/claims.query.server.ts';
import { hiddenPortfolios, reports } from '#app/modules/portfolios/queries/reports.query.server.ts';

export const loader = guardLoader(moderates, async ({ context, database, actor }) => {
  if (!mayModerate(actor).ok) throw turnAway(403);
  const own = signedInContext(context).actor;
  const [all, hidden, claims] = await Promise.all([
    reports(database, own),
    hiddenPortfolios(database, own),
    claimsToAnswer(database, own),
  ]);
  return { reports: all, hidden, claims };
});

export const action = guardAction(moderates, async (args) => {
  const intent = pressedButton(args.form, ['show', 'confirm', 'refuse']);
  return intent === 'show' ? show(args) : answer(args, intent === 'confirm');
});

const here = '/ontmoet-werk/meldingen';

async function show({ form, context, platform, t }: GuardedAction) {
  const shown = await showAgain({ portfolioId: formText(form, 'portfolioId') }, signedInContext(context));
  if (shown.ok) {
    const message = shown.value.isOpen ? 'messages:work.shown' : 'messages:work.shownClosed';
    return goTo(here, platform, { tone: 'success', message });
  }
  if (shown.reason === 'role-needed') throw turnAway(403);
  const refusal = refusalText(t, 'messages', shown);
  return data({ refusal, claimId: '', reply: null }, { status: refusalStatus(shown.reason) });
}

async function answer({ form, context, platform }: GuardedAction, confirms: boolean) {
  const claimId = formText(form, 'claimId');
  const submission = parseForm(form, claimAnswerForm);
  if (submission.status !== 'success')
    return data({ refusal: null, claimId, reply: submission.reply() }, { status: 422 });
  if (!confirms && submission.value.reason === '') {
    const reply = submission.reply({ fieldErrors: { reason: ['portfolios:mistake.reason'] } });
    return data({ refusal: null, claimId, reply }, { status: 422 });
  }
  const answered = await answerClaim({ ...submission.value, confirms }, signedInContext(context));
  if (answered.ok) {
    const message = confirms ? 'portfolios:claim.confirmed' : 'portfolios:claim.turnedDown';
    return goTo(here, platform, { tone: 'success', message });
  }
  if (answered.reason === 'role-needed') throw turnAway(403);
  const reply = submission.reply({ formErrors: [refusalMessage('portfolios', answered)] });
  return data({ refusal: null, claimId, reply }, { status: refusalStatus(answered.reason) });
}

export const meta = pageTitle<typeof loader>((t) => t('messages:work.title'));

export default function Reports() {
  const { reports: all, hidden, claims } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const { t } = useTranslation('messages');
  return (
    <Page>
      <PageHeader title={t('work.title')} lead={t('work.lead')} tone="plain" />
      {done?.refusal == null ? null : (
        <Notice tone="danger" role="alert">
          {done.refusal}
        </Notice>
      )}
      {all.length === 0 ? (
        <EmptyState title={t('work.none')} stampId="geen-meldingen">
          <p>{t('work.noneText')}</p>
        </EmptyState>
      ) : (
        <ul aria-label={t('work.list')} className="flex flex-col gap-2">
          {all.map((report) => (
            <li key={report.id} className="card rounded bg-surface px-5 py-4">
              <a href={`/ontmoet-werk/meldingen/${report.id}`} className="card-link font-bold text-ink">
                <PairNames one={report.asker} other={report.answerer} />
              </a>
              <p className="text-sm text-ink-soft">
                <DateText value={report.reportedAt} format="day" /> ·{' '}
                {report.answer === null ? t('work.waits') : t(`work.answered.${report.answer}`)}
              </p>
            </li>
          ))}
        </ul>
      )}
      <ClaimsToAnswer
        claims={claims}
        replyOf={(id) => (done?.claimId === id && done.reply !== null ? done.reply : undefined)}
      />
      {hidden.length === 0 ? null : (
        <Section title={t('work.hidden')}>
          <ul className="flex flex-col gap-3">
            {hidden.map(({ id, name, reason }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-4 rounded bg-surface px-5 py-4">
                <div>
                  <p className="font-bold">
                    <Written>{name}</Written>
                  </p>
                  <p className="text-ink-soft">
                    <Written>{reason}</Written>
                  </p>
                </div>
                <form method="post">
                  <input type="hidden" name="portfolioId" value={id} />
                  <SubmitButton tone="quiet" name="intent" value="show">
                    {t('work.showAgain')}
                    <span className="sr-only">
                      : <Written>{name}</Written>
                    </span>
                  </SubmitButton>
                </form>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
