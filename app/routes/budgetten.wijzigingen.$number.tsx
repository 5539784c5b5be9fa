import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ChangeAccounts } from '#app/components/change/change-accounts.tsx';
import { OrganisationPayments } from '#app/components/change/organisation-payments.tsx';
import { ChangeFactList } from '#app/components/change/change-fact-list.tsx';
import { WayText } from '#app/components/change/way-text.tsx';
import { useFormats } from '#app/components/content/use-formats.ts';
import { Quoting } from '#app/components/content/written.tsx';
import { TypedWords } from '#app/components/decision/typed-words.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { Section } from '#app/components/page/section.tsx';
import { TwoColumns } from '#app/components/page/two-columns.tsx';
import { Facts } from '#app/components/content/facts.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import type { PartInChange } from '#app/modules/budgets/change-view.ts';
import { changePage } from '#app/modules/budgets/queries/change-page.query.server.ts';
import { daysInLog } from '#app/modules/budgets/queries/published-days.query.server.ts';
import { organisationPayments } from '#app/modules/payouts/queries/organisation-payments.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ actor, database, params, platform }) => {
  const view = await changePage(database, params.number ?? '');
  if (view === null) throw notFound();
  const payments = await organisationPayments(database, actor, { number: view.number });
  const logged = await daysInLog(database, [view.occurredOn]);
  return { ...view, payments, isOnline: platform.stripe !== null, daysInLog: logged };
});

export const handle = { kept: keptPage() };

export const meta = pageTitle<typeof loader>(
  (t, { kind, number }) => `${t(`changes:kind.${kind}`)} · ${t('changes:page.eyebrow', { number })}`,
  (_t, { reason }) => reason.slice(0, 160),
);

export default function Change() {
  const change = useLoaderData<typeof loader>();
  const { t } = useTranslation('changes');
  const { money } = useFormats();
  const { kind, amount, number, reason, correctedBy, corrects } = change;
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('register.crumb'), href: '/budgetten/wijzigingen' }]} />}
        eyebrow={t('page.eyebrow', { number })}
        title={t('proposed.title', { kind: t(`kind.${kind}`), amount: money(amount) })}
        lead={<WayText facts={change} />}
        tone="water"
        stampId={number}
      />
      {correctedBy === null ? null : (
        <Notice tone="warning" title={t('page.correctedTitle')}>
          <p>
            {t('page.correctedText')} <a href={`/budgetten/wijzigingen/${correctedBy}`}>{correctedBy}</a>.
          </p>
        </Notice>
      )}
      {corrects === null ? null : (
        <Notice title={t('page.correctsTitle')}>
          <p>
            {t('page.correctsText')} <a href={`/budgetten/wijzigingen/${corrects}`}>{corrects}</a>.
          </p>
        </Notice>
      )}
      <TwoColumns
        asideLabel={t('page.facts')}
        aside={<ChangeFactList facts={change} registered={change} daysInLog={change.daysInLog} />}
      >
        <OrganisationPayments payments={change.payments} isOnline={change.isOnline} on="one" />
        <Section title={t('page.why')}>
          <TypedWords text={reason} />
          <p className="mt-4 max-w-prose text-ink-soft">{t(`kindMeans.${kind}`)}</p>
        </Section>
        <Section title={t('page.what')} lead={t('page.whatLead')}>
          <ChangeAccounts accounts={change.accounts} />
        </Section>
        <Section title={t('page.who')} lead={t('page.whoLead')}>
          <Facts
            facts={[
              { term: t('page.proposedBy'), value: <Part part={change.proposedBy} /> },
              { term: t('page.approvedBy'), value: <Part part={change.approvedBy} /> },
            ]}
          />
        </Section>
      </TwoColumns>
    </Page>
  );
}

function Part({ part }: { part: PartInChange }) {
  const { t } = useTranslation(['changes', 'people']);
  if (part === null) return <>{t('changes:page.partUnknown')}</>;
  const text = t('changes:page.part', { role: t(`people:role.${part.role}`), body: part.body.name });
  return <Quoting text={text} written={part.body.name} />;
}
