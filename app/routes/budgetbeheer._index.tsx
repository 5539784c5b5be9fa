import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AnsweredList } from '#app/components/change/answered-list.tsx';
import { ChangeList } from '#app/components/change/change-list.tsx';
import { OrganisationPayments } from '#app/components/change/organisation-payments.tsx';
import { WorkLines } from '#app/components/change/work-lines.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { readsBudgetWork, readsPlanImports } from '#app/modules/budgets/policy.ts';
import { stripePaymentsAtWork } from '#app/modules/payouts/queries/organisation-payments.query.server.ts';
import { changeWork } from '#app/modules/budgets/queries/change-work.query.server.ts';

export const loader = guardLoader(readsBudgetWork, async ({ database, actor, platform }) => ({
  ...(await changeWork(database, actor)),
  readsImports: readsPlanImports(actor).ok,
  payments: await stripePaymentsAtWork(database, actor),
  isOnline: platform.stripe !== null,
}));

export const meta = pageTitle<typeof loader>((t) => t('changes:work.title'));

export default function BudgetWork() {
  const { waitsForMe, waitsForOthers, mine, lines, mayPropose, readsImports, payments, isOnline } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation(['changes', 'procurement']);
  const open = mine.filter(({ state }) => state === 'proposed');
  const answered = mine.filter(({ state }) => state !== 'proposed');
  const years = [...new Set(lines.map(({ year }) => year))];
  return (
    <Page>
      <PageHeader
        title={t('work.title')}
        lead={t('work.lead')}
        tone="plain"
        {...(mayPropose
          ? {
              actions: (
                <ButtonLink href="/budgetbeheer/nieuw" tone={waitsForMe.length === 0 ? 'main' : 'quiet'} icon="plus">
                  {t('work.propose')}
                </ButtonLink>
              ),
            }
          : {})}
      />
      {mayPropose ? (
        <Section title={t('work.waiting')}>
          {waitsForMe.length === 0 ? <p>{t('work.waitingNone')}</p> : <ChangeList lines={waitsForMe} />}
        </Section>
      ) : (
        <Notice>{t('work.readsAlong')}</Notice>
      )}
      <p className="flex flex-wrap gap-3">
        <ButtonLink href="/budgetbeheer/uitputting" tone="quiet">
          {t('work.reports')}
        </ButtonLink>
        <ButtonLink href="/budgetbeheer/opdrachten" tone="quiet">
          {t('procurement:overview.title')}
        </ButtonLink>
        {readsImports ? (
          <ButtonLink href="/budgetbeheer/importeren" tone="quiet">
            {t('work.imports')}
          </ButtonLink>
        ) : null}
      </p>
      <OrganisationPayments payments={payments} isOnline={isOnline} on="work" />
      {waitsForOthers.length === 0 ? null : (
        <Section title={t('work.others')}>
          <ChangeList lines={waitsForOthers} />
        </Section>
      )}
      {mine.length === 0 ? null : (
        <Section title={t('work.mine')}>
          <div className="flex flex-col gap-5">
            {open.length === 0 ? null : <ChangeList lines={open} />}
            {answered.length === 0 ? null : <AnsweredList lines={answered} />}
          </div>
        </Section>
      )}
      <Section
        title={t('work.lines')}
        lead={t('work.linesLead')}
        action={<a href="/budgetten/wijzigingen">{t('work.toRegister')}</a>}
      >
        {years.length === 0 ? <p>{t('work.linesNone')}</p> : null}
        <div className="flex flex-col gap-10">
          {years.map((year) => (
            <div key={year}>
              <h3 className="mb-3">{t('work.linesYear', { year })}</h3>
              <WorkLines year={year} lines={lines.filter((line) => line.year === year)} mayPropose={mayPropose} />
            </div>
          ))}
        </div>
      </Section>
    </Page>
  );
}
