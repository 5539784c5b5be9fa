import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '#app/components/content/data-table.tsx';
import { DateText } from '#app/components/content/date-text.tsx';
import { useFormats } from '#app/components/content/use-formats.ts';
import { Written } from '#app/components/content/written.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { ReadingAlong } from '#app/components/people/reading-along.tsx';
import { KindForm } from '#app/components/procurement/kind-form.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { administers, readsAdministration } from '#app/modules/people/policy.ts';
import { changeKind } from '#app/modules/procurement/commands/write-kind.server.ts';
import { changeKindForm } from '#app/modules/procurement/form.ts';
import { kindHistory } from '#app/modules/procurement/queries/administration.query.server.ts';
import { inLocale } from '#app/modules/programme/locale.ts';

export const loader = guardLoader(readsAdministration, async ({ database, params, actor }) => {
  const view = await kindHistory(database, params.slug ?? '');
  if (view === null) throw notFound();
  return { ...view, mayChange: administers(actor).ok };
});

export const action = guardAction(administers, async ({ form, params, context, platform }) => {
  const submission = parseForm(form, changeKindForm);
  if (submission.status !== 'success') return data({ reply: submission.reply() }, { status: 422 });
  const outcome = await changeKind({ slug: params.slug ?? '', ...submission.value }, signedInContext(context));
  if (outcome.ok)
    return goTo('/beheer/inkoopgrenzen', platform, { tone: 'success', message: 'procurement:kinds.changed' });
  if (outcome.reason === 'kind-unknown') throw notFound();
  const formErrors = [refusalMessage('procurement', outcome)];
  return data({ reply: submission.reply({ formErrors }) }, { status: refusalStatus(outcome.reason) });
});

export const meta = pageTitle<typeof loader>((t, { kind }) => t('procurement:kinds.changeTitle', { name: kind.name }));

export default function ChangeKind() {
  const { kind, versions, mayChange } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const { t } = useTranslation('procurement');
  const { locale } = useFormats();
  return (
    <Page width="form">
      <PageHeader
        title={inLocale(locale, kind.name, kind.nameEn)}
        lead={t('kinds.lead')}
        tone="plain"
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('limits.title'), href: '/beheer/inkoopgrenzen' }]} />}
      />
      {mayChange ? <KindForm kind={kind} formKey="" reply={outcome?.reply ?? null} /> : <ReadingAlong />}
      <Section title={t('kinds.history')}>
        <DataTable
          caption={t('kinds.historyCaption')}
          captionHidden
          rows={versions}
          rowKey={({ revision }) => String(revision)}
          columns={[
            {
              key: 'name',
              header: t('kinds.column.name'),
              cell: ({ name, nameEn }) => inLocale(locale, name, nameEn),
            },
            { key: 'regime', header: t('kinds.column.regime'), cell: ({ regime }) => t(`regime.${regime}`) },
            {
              key: 'who',
              header: t('limits.column.who'),
              cell: ({ authorName, at }) =>
                authorName === null ? (
                  t('limits.start')
                ) : (
                  <>
                    {authorName}, <DateText value={at} format="time" />
                  </>
                ),
            },
            { key: 'why', header: t('limits.column.why'), cell: ({ reason }) => <Written>{reason}</Written> },
          ]}
        />
      </Section>
    </Page>
  );
}
