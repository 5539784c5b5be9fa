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
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { goTo, refusalMessage, refusalStatus } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { sayMessage } from '#app/i18n/message.ts';
import { showAgain } from '#app/modules/portfolios/commands/report-conversation.server.ts';
import { mayModerate, moderates } from '#app/modules/portfolios/policy.ts';
import { hiddenPortfolios, reports } from '#app/modules/portfolios/queries/reports.query.server.ts';

export const loader = guardLoader(moderates, async ({ database, actor }) => {
  if (!mayModerate(actor).ok) throw turnAway(403);
  const [all, hidden] = await Promise.all([reports(database), hiddenPortfolios(database)]);
  return { reports: all, hidden };
});

export const action = guardAction(moderates, async ({ form, context, platform, t }) => {
  const shown = await showAgain({ portfolioId: formText(form, 'portfolioId') }, signedInContext(context));
  if (shown.ok) return goTo('/ontmoet-werk/meldingen', platform, { tone: 'success', message: 'messages:work.shown' });
  if (shown.reason === 'role-needed') throw turnAway(403);
  const words =
    shown.reason === 'last-keeper'
      ? refusalMessage('portfolios', { ok: false, reason: 'last-keeper' })
      : refusalMessage('messages', { ok: false, reason: 'portfolio-unknown' });
  return data({ refusal: sayMessage(t, words) }, { status: refusalStatus(shown.reason) });
});

export const meta = pageTitle<typeof loader>((t) => t('messages:work.title'));

export default function Reports() {
  const { reports: all, hidden } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('messages');
  return (
    <Page>
      <PageHeader title={t('work.title')} lead={t('work.lead')} tone="plain" />
      {answer?.refusal === undefined ? null : (
        <Notice tone="danger" role="alert">
          {answer.refusal}
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
                  <SubmitButton tone="quiet">
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
