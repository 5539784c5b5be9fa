import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#app/components/content/use-formats.ts';
import { Quoting } from '#app/components/content/written.tsx';
import { ApplicationForm } from '#app/components/donut/application-form.tsx';
import { ApplicationFacts } from '#app/components/donut/application-facts.tsx';
import { RuleResults } from '#app/components/donut/rule-results.tsx';
import { SubmitButton } from '#app/components/forms/buttons.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { newId } from '#app/kernel/ids.ts';
import { ownApplication } from '#app/modules/donutfonds/queries/own-applications.query.server.ts';
import type { OwnApplicationView } from '#app/modules/donutfonds/views.ts';
import { signedIn } from '#app/modules/people/policy.ts';
import { act } from './act.server.ts';

export const loader = guardLoader(signedIn, async ({ database, context, params, now }) => {
  const { actor } = signedInContext(context);
  const view = await ownApplication(database, actor, params.slug ?? '', dayInAmsterdam(now));
  if (view === null) throw notFound();
  return { view, formKey: newId() };
});

export const action = guardAction(signedIn, act);

export const meta = pageTitle<typeof loader>((t, { view }) =>
  t('donutfonds:form.title', { name: view.organisation.name }),
);

export default function OwnApplication() {
  const { view, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('donutfonds');
  const { locale } = useFormats();
  const { application, organisation } = view;
  const until = dateText(view.closesOn, 'day', locale);
  const isOpen = view.standing === 'open';
  const isIn = application?.state === 'submitted';
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: t('crumb'), href: '/donutfonds' },
              { label: t('own.title'), href: '/donutfonds/aanvragen' },
            ]}
          />
        }
        title={<Quoting text={t('form.title', { name: organisation.name })} written={organisation.name} />}
        lead={t(isOpen ? 'form.lead' : 'form.leadClosed', { year: view.year, until })}
        tone="plain"
      />
      {answer?.refusal == null ? null : <Notice tone="danger" role="alert" title={answer.refusal} />}
      <StateNotice view={view} />
      {isIn ? (
        <Section
          title={t(application.number === null ? 'form.computed' : 'form.computedAfter')}
          {...(application.number === null ? { lead: t('form.computedText') } : {})}
        >
          <RuleResults results={application.rules} />
          {application.document === null || !isOpen ? null : (
            <p className="mt-3">
              <a href={`/donutfonds/bewijs/${application.document.id}`} className="inline-flex min-h-11 items-center">
                {t('form.fileLook', { name: application.document.fileName })}
              </a>
            </p>
          )}
        </Section>
      ) : null}
      {isOpen ? (
        <ApplicationForm view={view} formKey={formKey} reply={answer?.reply} waiting={answer?.waiting ?? null} />
      ) : application === null ? null : (
        <Section title={t('form.yours')}>
          <ApplicationFacts application={application} isOwn />
        </Section>
      )}
      {isOpen && isIn ? (
        <form method="post" className="flex flex-col items-start gap-3">
          <input type="hidden" name="revision" value={application.revision} />
          <p>{t('form.withdrawText')}</p>
          <SubmitButton tone="danger" name="intent" value="withdraw">
            {t('form.withdraw')}
          </SubmitButton>
        </form>
      ) : null}
    </Page>
  );
}

function StateNotice({ view }: { view: OwnApplicationView }) {
  const { t } = useTranslation('donutfonds');
  const { locale, money } = useFormats();
  const { application, standing } = view;
  const until = dateText(view.closesOn, 'day', locale);
  if (application !== null && application.number !== null) {
    const { number, reward } = application;
    return (
      <Notice
        tone={reward === null ? 'info' : 'success'}
        title={reward === null ? t('own.declined') : t('own.rewarded', { amount: money(reward) })}
      >
        <p>
          <a href={`/besluiten/${number}`}>{t('form.decision', { number })}</a>
        </p>
      </Notice>
    );
  }
  if (standing === 'coming')
    return (
      <Notice title={t('form.comingTitle')}>
        <p>{t('form.comingText', { from: dateText(view.opensOn, 'day', locale) })}</p>
      </Notice>
    );
  if (standing !== 'open')
    return (
      <Notice title={t('form.closedTitle')}>
        <p>{t('form.closedText', { until })}</p>
      </Notice>
    );
  if (application === null) return null;
  return application.state === 'withdrawn' ? (
    <Notice tone="warning" title={t('form.withdrawnTitle')}>
      <p>{t('form.withdrawnText', { until })}</p>
    </Notice>
  ) : (
    <Notice tone="success" title={t('form.sentTitle')}>
      <p>{t('form.sentText', { until })}</p>
    </Notice>
  );
}
