import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Pagination } from '#app/components/content/pagination.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { Overtaken } from '#app/components/forms/overtaken.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { MissingStatements } from '#app/components/statement/missing-statements.tsx';
import { StatementTable } from '#app/components/statement/statement-table.tsx';
import { Worklist } from '#app/components/statement/worklist.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { dismissItems } from '#app/modules/payouts/commands/dismiss-items.server.ts';
import { hearsTheBank, readsStatements } from '#app/modules/payouts/policy.ts';
import { statementsPage } from '#app/modules/payouts/queries/statements.query.server.ts';
import { dismissedNotice } from '#app/modules/payouts/dismissed-notice.ts';
import { dismissForm } from '#app/modules/payouts/statement-form.ts';

const here = '/penningmeester/afschriften';

export const loader = guardLoader(readsStatements, async ({ database, actor, url }) => {
  const page = await statementsPage(database, actor, { page: Number(url.searchParams.get('pagina')) || 1 });
  if (page === null) throw notFound();
  return page;
});

export const action = guardAction(hearsTheBank, async ({ form, context, platform }) => {
  const submission = parseForm(form, dismissForm);
  if (submission.status !== 'success') return data({ reply: submission.reply() }, { status: 422 });
  const outcome = await dismissItems(submission.value, signedInContext(context));
  if (outcome.ok) {
    return goTo(here, platform, dismissedNotice(outcome.value));
  }
  const reply = submission.reply({ formErrors: [refusalMessage('statements', outcome)] });
  return data({ reply }, { status: refusalStatus(outcome.reason) });
});

export const meta = pageTitle<typeof loader>((t) => t('statements:title'));

export default function Statements() {
  const { statements, gaps, items, waiting, page, pageCount, mayWork } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('statements');
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('crumb'), href: '/penningmeester' }]} />}
        title={t('title')}
        lead={t(mayWork ? 'lead' : 'leadReading')}
        tone="plain"
        actions={
          mayWork ? (
            <ButtonLink href={`${here}/inlezen`} tone="main" icon="upload">
              {t('read.button')}
            </ButtonLink>
          ) : undefined
        }
      />
      {mayWork ? null : <Notice>{t('reading')}</Notice>}
      {answer === undefined || items.length > 0 ? null : <Overtaken reply={answer.reply} names={['note']} />}
      <Section title={t('work.title')} lead={waiting === 0 ? undefined : t('work.lead')}>
        {waiting === 0 ? (
          <EmptyState title={t('work.none')} stampId="werklijst-leeg">
            <p>{t('work.noneText')}</p>
          </EmptyState>
        ) : (
          <Worklist items={items} mayWork={mayWork} reply={answer?.reply ?? null} />
        )}
        <Pagination page={page} pageCount={pageCount} hrefFor={(number) => `${here}?pagina=${number}`} />
      </Section>
      <Section title={t('list.title')}>
        <MissingStatements gaps={gaps} />
        {statements.length === 0 ? (
          <EmptyState title={t('list.none')} stampId="afschriften">
            <p>{t('list.noneText')}</p>
          </EmptyState>
        ) : (
          <StatementTable statements={statements} />
        )}
      </Section>
    </Page>
  );
}
