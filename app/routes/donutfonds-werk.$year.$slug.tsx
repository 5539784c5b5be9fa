import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DateText } from '#app/components/content/date-text.tsx';
import { Facts } from '#app/components/content/facts.tsx';
import { useFormats } from '#app/components/content/use-formats.ts';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { ApplicationFacts } from '#app/components/donut/application-facts.tsx';
import { RuleResults } from '#app/components/donut/rule-results.tsx';
import { VisitForm } from '#app/components/donut/visit-form.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Card } from '#app/components/page/card.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { Section } from '#app/components/page/section.tsx';
import { TwoColumns } from '#app/components/page/two-columns.tsx';
import { ReadingAlong } from '#app/components/people/reading-along.tsx';
import { guardAction, guardLoader, type Guarded } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { newId } from '#app/kernel/ids.ts';
import { parseYear } from '#app/modules/donutfonds/call.ts';
import { writeVisit } from '#app/modules/donutfonds/commands/write-visit.server.ts';
import { visitForm } from '#app/modules/donutfonds/form.ts';
import { readsDonutWork, worksOnDonut } from '#app/modules/donutfonds/policy.ts';
import { applicationWork } from '#app/modules/donutfonds/queries/call-work.query.server.ts';
import type { VisitView } from '#app/modules/donutfonds/views.ts';

async function applicationOf({ database, actor, params, now }: Guarded) {
  const year = parseYear(params.year ?? '');
  const place = year === null ? null : { year, slug: params.slug ?? '' };
  const view = place === null ? null : await applicationWork(database, actor, place, dayInAmsterdam(now));
  if (view === null) throw notFound();
  return view;
}

export const loader = guardLoader(readsDonutWork, async (args) => ({
  view: await applicationOf(args),
  formKey: newId(),
}));

export const action = guardAction(worksOnDonut, async (args) => {
  const { form, context, platform } = args;
  const view = await applicationOf(args);
  const submission = parseForm(form, visitForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const written = await writeVisit({ ...submission.value, applicationId: view.id }, signedInContext(context));
  if (written.ok)
    return goTo(`/donutfonds-werk/${String(view.year)}/${view.organisation.slug}`, platform, {
      tone: 'success',
      message: 'donutWork:visit.done',
    });
  return data(submission.reply({ formErrors: [refusalMessage('donutfonds', written)] }), {
    status: refusalStatus(written.reason),
  });
});

export const meta = pageTitle<typeof loader>((_t, { view }) => view.organisation.name);

export default function DonutApplicationWork() {
  const { view, formKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('donutWork');
  const { visits, year } = view;
  const mayWrite = view.mayVisit && !view.isInterested && !view.isWithdrawn && view.standing !== 'decided';
  return (
    <Page>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: t('crumb'), href: '/donutfonds-werk' },
              { label: t('call.title', { year }), href: `/donutfonds-werk/${String(year)}` },
            ]}
          />
        }
        title={<Written>{view.organisation.name}</Written>}
        tone="sand"
      />
      {view.mayVisit ? null : <ReadingAlong />}
      {view.isWithdrawn ? <Notice tone="warning" title={t('application.withdrawn')} /> : null}
      {view.isInterested ? (
        <Notice tone="warning" title={t('application.interest')}>
          <p>{t('application.interestText')}</p>
        </Notice>
      ) : null}
      <TwoColumns
        asideLabel={t('call.facts')}
        aside={
          <Facts
            facts={[
              {
                term: t('application.by'),
                value: view.applicantName === '' ? null : <Written>{view.applicantName}</Written>,
              },
              { term: t('application.changed'), value: <DateText value={view.changedAt} format="day" /> },
            ]}
          />
        }
      >
        <Section title={t('application.computed')}>
          <RuleResults results={view.rules} />
        </Section>
        <Section title={t('application.figures')}>
          <ApplicationFacts application={view} />
        </Section>
        <Section title={t('application.visits')}>
          {visits.length === 0 ? (
            <p>{t('application.visitsNone')}</p>
          ) : (
            <ol reversed className="flex flex-col gap-5">
              {visits.map((visit) => (
                <li key={visit.version}>
                  <Visit visit={visit} />
                </li>
              ))}
            </ol>
          )}
        </Section>
        {mayWrite ? <VisitForm latest={visits[0]?.version ?? 0} formKey={formKey} reply={reply} /> : null}
      </TwoColumns>
    </Page>
  );
}

function Visit({ visit }: { visit: VisitView }) {
  const { t } = useTranslation('donutWork');
  const { locale } = useFormats();
  const visited = t('application.visited', { date: dateText(visit.visitedOn, 'day', locale), with: visit.metWith });
  const name = visit.authorName;
  const date = dateText(visit.writtenAt, 'day', locale);
  // the author's account may be gone
  const written = name === '' ? t('application.writtenNameless', { date }) : t('application.written', { name, date });
  return (
    <Card>
      <h3>{t('application.version', { version: visit.version })}</h3>
      <p className="mt-1">
        <Quoting text={visited} written={visit.metWith} />
      </p>
      <p className="mt-3 max-w-prose whitespace-pre-line">
        <Written>{visit.seen}</Written>
      </p>
      <p className="mt-3 max-w-prose whitespace-pre-line">
        <span className="font-semibold">{t(`finding.${visit.finding}`)}. </span>
        <Written>{visit.findingReason}</Written>
      </p>
      <p className="mt-3 text-sm text-ink-soft">
        <Quoting text={written} written={visit.authorName} />
      </p>
    </Card>
  );
}
