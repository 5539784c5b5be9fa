import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '#app/components/content/data-table.tsx';
import { Facts } from '#app/components/content/facts.tsx';
import { Money } from '#app/components/content/money.tsx';
import { useFormats } from '#app/components/content/use-formats.ts';
import { Written } from '#app/components/content/written.tsx';
import { ProposeForm } from '#app/components/donut/propose-form.tsx';
import { SplitSection } from '#app/components/donut/split-view.tsx';
import { SubmitButton } from '#app/components/forms/buttons.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { Section } from '#app/components/page/section.tsx';
import { TwoColumns } from '#app/components/page/two-columns.tsx';
import { ReadingAlong } from '#app/components/people/reading-along.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { newId } from '#app/kernel/ids.ts';
import { parseYear } from '#app/modules/donutfonds/call.ts';
import { readsDonutWork, worksOnDonut } from '#app/modules/donutfonds/policy.ts';
import { callWork } from '#app/modules/donutfonds/queries/call-work.query.server.ts';
import { percentText } from '#app/modules/donutfonds/rules.ts';
import type { CallWorkView } from '#app/modules/donutfonds/views.ts';
import { act } from './act.server.ts';

export const loader = guardLoader(readsDonutWork, async ({ database, actor, params, now }) => {
  const year = parseYear(params.year ?? '');
  const view = year === null ? null : await callWork(database, actor, year, dayInAmsterdam(now));
  if (view === null) throw notFound();
  return { view, formKey: newId() };
});

export const action = guardAction(worksOnDonut, act);

export const meta = pageTitle<typeof loader>((t, { view }) => t('donutWork:call.title', { year: view.year }));

export default function DonutCallWork() {
  const { view, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation(['donutWork', 'donutfonds']);
  const { standing, split, mayManage, mayConfirm, isInterested } = view;
  const replyOf = (intent: string) => (answer?.intent === intent ? answer.reply : null);
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('crumb'), href: '/donutfonds-werk' }]} />}
        title={t('call.title', { year: view.year })}
        lead={t(`donutfonds:standing.${standing}`)}
        tone="sand"
      />
      {answer?.refusal == null ? null : <Notice tone="danger" role="alert" title={answer.refusal} />}
      {mayManage || mayConfirm ? null : <ReadingAlong />}
      {isInterested ? (
        <Notice tone="warning" title={t('call.interest')}>
          <p>{t('call.interestText')}</p>
        </Notice>
      ) : null}
      <TwoColumns asideLabel={t('call.facts')} aside={<CallFacts view={view} />}>
        {standing === 'to-close' && mayManage ? (
          <form method="post" className="flex max-w-prose flex-col items-start gap-4">
            <p>{t('call.closeText')}</p>
            <SubmitButton name="intent" value="close">
              {t('call.close')}
            </SubmitButton>
          </form>
        ) : null}
        <Applications view={view} />
        {split === null ? null : <SplitSection view={view} split={split} reply={replyOf('discard')} />}
        {split === null && standing === 'closed' && mayManage && !isInterested ? (
          <ProposeForm view={view} formKey={formKey} reply={replyOf('propose')} aside={answer?.aside ?? {}} />
        ) : null}
      </TwoColumns>
    </Page>
  );
}

function CallFacts({ view }: { view: CallWorkView }) {
  const { t } = useTranslation(['donutWork', 'donutfonds']);
  const { money, locale } = useFormats();
  const { rules, fund } = view;
  return (
    <Facts
      facts={[
        {
          term: t('call.fund'),
          value: (
            <a href={`/fondsen/${fund.slug}`}>
              <Written>{fund.name}</Written>
            </a>
          ),
        },
        { term: t('call.available'), value: <Money cents={fund.available} /> },
        {
          term: t('call.rules'),
          value: t('call.rulesVersion', {
            version: rules.version,
            minimum: money(rules.minimumValue),
            percent: percentText(rules.minimumReturnBps, locale),
          }),
        },
        {
          term: t('call.period'),
          value: t('donutfonds:periodText', {
            from: dateText(view.opensOn, 'day', locale),
            until: dateText(view.closesOn, 'day', locale),
          }),
        },
      ]}
    />
  );
}

function Applications({ view }: { view: CallWorkView }) {
  const { t } = useTranslation('donutWork');
  const { lines, year, withdrawn } = view;
  if (lines.length === 0) {
    return (
      <EmptyState title={t('call.applicationsNone')} stampId="geen-aanvragen">
        <p>{t('call.applicationsNoneText')}</p>
      </EmptyState>
    );
  }
  return (
    <Section title={t('call.applications')}>
      <DataTable
        caption={t('call.caption', { year })}
        captionHidden
        rows={lines}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'organisation',
            header: t('call.organisation'),
            cell: ({ organisation }) => (
              <a href={`/donutfonds-werk/${String(year)}/${organisation.slug}`}>
                <Written>{organisation.name}</Written>
              </a>
            ),
          },
          {
            key: 'value',
            header: t('application.value'),
            numeric: true,
            cell: ({ value }) => <Money cents={value} />,
          },
          {
            key: 'costs',
            header: t('application.costs'),
            numeric: true,
            cell: ({ costs }) => <Money cents={costs} />,
          },
          {
            key: 'outcome',
            header: t('call.outcome'),
            cell: ({ meetsRules }) => t(meetsRules ? 'call.meets' : 'call.misses'),
          },
          {
            key: 'visit',
            header: t('call.visit'),
            cell: ({ finding }) => (finding === null ? t('call.visitNone') : t(`finding.${finding}`)),
          },
        ]}
      />
      {withdrawn === 0 ? null : <p className="mt-3 text-ink-soft">{t('call.withdrawn', { count: withdrawn })}</p>}
    </Section>
  );
}
