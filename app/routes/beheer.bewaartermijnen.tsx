import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '#app/components/content/data-table.tsx';
import { useFormats } from '#app/components/content/use-formats.ts';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { ReadingAlong } from '#app/components/people/reading-along.tsx';
import { RetentionForm } from '#app/components/retention/retention-form.tsx';
import { RetentionTable } from '#app/components/retention/retention-table.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { newId } from '#app/kernel/ids.ts';
import { administers, readsAdministration } from '#app/modules/people/policy.ts';
import { setPeriod } from '#app/modules/retention/commands/set-period.server.ts';
import { retentionOverview } from '#app/modules/retention/queries/retention.query.server.ts';
import { retentionForm } from '#app/modules/retention/retention.ts';

export const loader = guardLoader(readsAdministration, async ({ database, actor, now }) => ({
  ...(await retentionOverview(database, dayInAmsterdam(now))),
  mayChange: administers(actor).ok,
  formKey: newId(),
}));

export const action = guardAction(administers, async ({ form, context, platform }) => {
  const submission = parseForm(form, retentionForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const set = await setPeriod(submission.value, signedInContext(context));
  if (set.ok) return goTo('/beheer/bewaartermijnen', platform, { tone: 'success', message: 'retention:form.saved' });
  const message = refusalMessage('retention', set);
  const field = set.reason === 'too-short' ? 'amount' : set.reason === 'not-ahead' ? 'startsOn' : null;
  return data(submission.reply(field === null ? { formErrors: [message] } : { fieldErrors: { [field]: [message] } }), {
    status: refusalStatus(set.reason),
  });
});

export const meta = pageTitle<typeof loader>((t) => t('retention:title'));

export default function RetentionPeriods() {
  const { lines, removals, mayChange, formKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation(['retention', 'administration']);
  const { locale } = useFormats();
  const tomorrow = lines.reduce((sum, { goesTomorrow }) => sum + goesTomorrow, 0);
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('administration:title'), href: '/beheer' }]} />}
        title={t('title')}
        lead={t('lead')}
        tone="plain"
      />
      {mayChange ? null : <ReadingAlong />}
      <Notice>{tomorrow === 0 ? t('tomorrow.nothing') : t('tomorrow.some', { count: tomorrow })}</Notice>
      <Section title={t('list')}>
        <RetentionTable lines={lines} />
      </Section>
      <Section title={t('removed.title')} lead={t('removed.lead')}>
        {removals.length === 0 ? (
          <p>{t('removed.none')}</p>
        ) : (
          <DataTable
            caption={t('removed.title')}
            captionHidden
            rows={removals}
            rowKey={({ day, kind }) => `${day} ${kind}`}
            columns={[
              { key: 'day', header: t('column.day'), cell: ({ day }) => dateText(day, 'day', locale) },
              { key: 'kind', header: t('column.kind'), cell: ({ kind }) => t(`kind.${kind}.name`) },
              { key: 'removed', header: t('column.count'), numeric: true, cell: ({ removed }) => String(removed) },
            ]}
          />
        )}
      </Section>
      {mayChange ? (
        <Section title={t('form.title')} lead={t('form.lead')}>
          <RetentionForm formKey={formKey} reply={reply} />
        </Section>
      ) : null}
    </Page>
  );
}
