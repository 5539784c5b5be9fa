import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { HouseholdForm } from '#app/components/alliance/household-form.tsx';
import { DataTable } from '#app/components/content/data-table.tsx';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalStatus, refusalText } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { householdForm } from '#app/modules/alliances/form.ts';
import { maySetHouseholds } from '#app/modules/alliances/policy.ts';
import { allianceMembers } from '#app/modules/alliances/queries/alliance-members.query.server.ts';
import { setHousehold } from '#app/modules/people/commands/set-household.server.ts';
import { hasRole } from '#app/modules/people/policy.ts';

export const loader = guardLoader(hasRole('chair'), async ({ database, actor, params, now }) => {
  const view = await allianceMembers(database, params.slug ?? '', dayInAmsterdam(now));
  if (view === null || !maySetHouseholds(actor, view.bodyId).ok) throw notFound();
  return {
    name: view.name,
    members: view.members.map(({ personId, ...member }) => ({ ...member, isSelf: personId === actor.person?.id })),
  };
});

export const action = guardAction(
  hasRole('chair'),
  async ({ database, actor, params, now, form, context, platform, t }) => {
    const slug = params.slug ?? '';
    const view = await allianceMembers(database, slug, dayInAmsterdam(now));
    if (view === null || !maySetHouseholds(actor, view.bodyId).ok) throw notFound();
    const submission = parseForm(form, householdForm);
    if (submission.status !== 'success')
      return data({ refusal: t('alliances:refusal.household-too-long') }, { status: 422 });
    const set = await setHousehold({ ...submission.value, bodyId: view.bodyId }, signedInContext(context));
    if (!set.ok) return data({ refusal: refusalText(t, 'alliances', set) }, { status: refusalStatus(set.reason) });
    return goTo(`/wijkalliantie-werk/huishoudens/${slug}`, platform, {
      tone: 'success',
      message: 'alliances:households.saved',
    });
  },
);

export const meta = pageTitle<typeof loader>((t, { name }) => t('alliances:households.title', { name }));

export default function Households() {
  const { name, members } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('alliances');
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('work.crumb'), href: '/wijkalliantie-werk' }]} />}
        title={<Quoting text={t('households.title', { name })} written={name} />}
        lead={t('households.lead')}
        tone="plain"
      />
      {answer === undefined ? null : <Notice tone="danger" role="alert" title={answer.refusal} />}
      <Section title={t('households.caption')} titleHidden>
        {members.length === 0 ? (
          <p>{t('households.none')}</p>
        ) : (
          <DataTable
            caption={t('households.caption')}
            captionHidden
            rows={members}
            rowKey={({ membershipId }) => membershipId}
            columns={[
              {
                key: 'person',
                header: t('households.person'),
                cell: (member) => (member.name === '' ? t('households.nameless') : <Written>{member.name}</Written>),
              },
              {
                key: 'counts',
                header: t('households.counts'),
                cell: (member) =>
                  member.organisation !== null ? (
                    <Written>{member.organisation}</Written>
                  ) : member.isSelf ? (
                    <>
                      {member.household === '' ? null : (
                        <>
                          <Written>{member.household}</Written>.{' '}
                        </>
                      )}
                      {t('households.own')}
                    </>
                  ) : (
                    <HouseholdForm {...member} name={member.name || t('households.nameless')} />
                  ),
              },
            ]}
          />
        )}
      </Section>
    </Page>
  );
}
