import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '#app/components/content/data-table.tsx';
import { Written } from '#app/components/content/written.tsx';
import { SubmitButton } from '#app/components/forms/buttons.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { goTo, refusalStatus, refusalText } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { releaseOutcome } from '#app/modules/integrity/commands/handle-question.server.ts';
import { handlesQuestions } from '#app/modules/integrity/question-policy.ts';
import { questionDesk, type QuestionLine } from '#app/modules/integrity/queries/question-work.query.server.ts';

export const loader = guardLoader(handlesQuestions, async ({ database, context, now }) =>
  questionDesk(database, signedInContext(context).actor, dayInAmsterdam(now)),
);

export const action = guardAction(handlesQuestions, async ({ form, context, platform, t }) => {
  const revision = Number(formText(form, 'revision'));
  const released = await releaseOutcome({ id: formText(form, 'id'), revision }, signedInContext(context));
  if (released.ok) return goTo('/integriteit/werk', platform, { tone: 'success', message: 'integrity:desk.released' });
  return data({ refusal: refusalText(t, 'integrity', released) }, { status: refusalStatus(released.reason) });
});

export const meta = pageTitle<typeof loader>((t) => t('integrity:desk.title'));

export default function QuestionDesk() {
  const { lines, outcomes } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const { t } = useTranslation('integrity');
  const mine = lines.filter(({ isMine, needsOutcome }) => isMine || needsOutcome);
  const others = lines.filter((line) => !mine.includes(line));
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('title'), href: '/integriteit' }]} />}
        title={t('desk.title')}
        lead={t('desk.lead')}
        tone="sand"
        stampId="integriteit-werk"
      />
      {outcome === undefined ? null : (
        <Notice tone="danger" role="alert">
          {outcome.refusal}
        </Notice>
      )}
      <Section title={t('desk.open')}>
        {mine.length === 0 ? (
          <EmptyState title={t('desk.none')} stampId="geen-vragen">
            <p>{t('desk.noneText')}</p>
          </EmptyState>
        ) : (
          <Lines lines={mine} caption={t('desk.open')} />
        )}
      </Section>
      {outcomes.length === 0 ? null : (
        <Section title={t('desk.outcomes')} lead={t('desk.outcomesLead')}>
          <ul className="flex flex-col gap-4">
            {outcomes.map(({ id, number, outcome: text, revision, isOwn }) => (
              <li key={id} className="rounded bg-surface p-5">
                <h3 className="text-lg">{number}</h3>
                <p className="mt-1 max-w-prose break-words whitespace-pre-line">
                  <Written>{text}</Written>
                </p>
                {isOwn ? (
                  <p className="mt-3 text-ink-soft">{t('desk.ownOutcome')}</p>
                ) : (
                  <form method="post" className="mt-3">
                    <input type="hidden" name="id" value={id} />
                    <input type="hidden" name="revision" value={revision} />
                    <SubmitButton tone="quiet">{t('desk.release')}</SubmitButton>
                  </form>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {others.length === 0 ? null : (
        <Section title={t('desk.other')}>
          <Lines lines={others} caption={t('desk.other')} />
        </Section>
      )}
    </Page>
  );
}

function Lines({ lines, caption }: { lines: readonly QuestionLine[]; caption: string }) {
  const { t, i18n } = useTranslation('integrity');
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'number',
          header: t('desk.number'),
          cell: ({ id, number }) => <a href={`/integriteit/werk/${id}`}>{number}</a>,
        },
        { key: 'kind', header: t('desk.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
        {
          key: 'team',
          header: t('desk.team'),
          cell: ({ bodyName }) => (bodyName === null ? t('desk.programme') : <Written>{bodyName}</Written>),
        },
        { key: 'where', header: t('desk.where'), cell: ({ level }) => t(`level.${level}`) },
        {
          key: 'state',
          header: t('desk.state'),
          cell: ({ state, dueOn, needsOutcome }) => (
            <>
              {needsOutcome ? <strong>{t('desk.needsOutcome')}</strong> : t(`desk.states.${state}`)}
              {dueOn === null ? null : (
                <span className="block text-sm text-ink-soft">
                  {t('desk.due', { day: dateText(dueOn, 'day', i18n.language) })}
                </span>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
