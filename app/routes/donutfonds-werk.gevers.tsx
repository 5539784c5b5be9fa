import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '#app/components/content/data-table.tsx';
import { Money } from '#app/components/content/money.tsx';
import { Written } from '#app/components/content/written.tsx';
import { DonorForm } from '#app/components/donut/donor-form.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { Section } from '#app/components/page/section.tsx';
import { ReadingAlong } from '#app/components/people/reading-along.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { writeDonor } from '#app/modules/donutfonds/commands/write-donor.server.ts';
import { donorForm } from '#app/modules/donutfonds/form.ts';
import { readsDonors, writesDonors } from '#app/modules/donutfonds/policy.ts';
import { donorsWork } from '#app/modules/donutfonds/queries/donors.query.server.ts';
import type { DonorWorkView } from '#app/modules/donutfonds/views.ts';

export const loader = guardLoader(readsDonors, async ({ database, actor, url }) => {
  const view = await donorsWork(database);
  const id = url.searchParams.get('gever');
  const donor = view.donors.find((one) => one.id === id) ?? null;
  if (id !== null && donor === null) throw notFound();
  return { ...view, donor, mayWrite: writesDonors(actor).ok, formKey: newId() };
});

export const action = guardAction(writesDonors, async ({ form, context, platform, url }) => {
  const submission = parseForm(form, donorForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const { organisationId, showAmount, ...donor } = submission.value;
  const written = await writeDonor(
    {
      ...donor,
      donorId: url.searchParams.get('gever'),
      organisationId: organisationId === '' ? null : organisationId,
      showAmount: showAmount === 'yes',
    },
    signedInContext(context),
  );
  if (written.ok)
    return goTo('/donutfonds-werk/gevers', platform, { tone: 'success', message: 'donutWork:donorsPage.done' });
  return data(submission.reply({ formErrors: [refusalMessage('donutfonds', written)] }), {
    status: refusalStatus(written.reason),
  });
});

export const meta = pageTitle<typeof loader>((t) => t('donutWork:donorsPage.title'));

export default function DonorsPage() {
  const { donors, donor, pledges, organisations, mayWrite, formKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('donutWork');
  const change: Column<DonorWorkView> = {
    key: 'change',
    header: t('donorsPage.change'),
    cell: ({ id }) => (
      <a href={`/donutfonds-werk/gevers?gever=${id}`} className="inline-flex min-h-11 items-center">
        {t('donorsPage.change')}
      </a>
    ),
  };
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('crumb'), href: '/donutfonds-werk' }]} />}
        title={t('donorsPage.title')}
        lead={t('donorsPage.lead')}
        tone="plain"
      />
      {mayWrite ? null : <ReadingAlong />}
      {donor === null ? (
        <Section title={t('donorsPage.list')}>
          {donors.length === 0 ? (
            <p>{t('donorsPage.none')}</p>
          ) : (
            <DataTable
              caption={t('donorsPage.caption')}
              captionHidden
              rows={donors}
              rowKey={({ id }) => id}
              columns={[
                { key: 'who', header: t('donorsPage.who'), cell: (one) => t(`donorsPage.kinds.${one.kind}`) },
                { key: 'shown', header: t('donorsPage.shown'), cell: (one) => <Shown donor={one} /> },
                {
                  key: 'amount',
                  header: t('donorsPage.amount'),
                  numeric: true,
                  cell: ({ amount }) => <Money cents={amount} />,
                },
                { key: 'pledge', header: t('donorsPage.pledge'), cell: ({ pledge }) => pledge.number },
                ...(mayWrite ? [change] : []),
              ]}
            />
          )}
        </Section>
      ) : null}
      {!mayWrite ? null : pledges.length === 0 ? (
        <EmptyState title={t('donorsPage.noPledge')} stampId="geen-toezegging">
          <p>{t('donorsPage.noPledgeText')}</p>
        </EmptyState>
      ) : (
        <Section title={t(donor === null ? 'donorsPage.new' : 'donorsPage.changeTitle')}>
          <DonorForm {...{ pledges, organisations, donor, formKey, reply }} />
        </Section>
      )}
    </Page>
  );
}

function Shown({ donor }: { donor: DonorWorkView }) {
  const { t } = useTranslation('donutWork');
  const amount = t(donor.showAmount ? 'donorsPage.amountShown' : 'donorsPage.amountHidden');
  if (donor.display === 'anonymous') return `${t('donorsPage.anonymous')}, ${amount}`;
  return (
    <>
      <Written>{donor.organisation?.name ?? donor.name}</Written>, {amount}
    </>
  );
}
