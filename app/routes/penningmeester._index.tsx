import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { BatchTable } from '#app/components/payout/batch-table.tsx';
import { PayableBodies } from '#app/components/payout/payable-bodies.tsx';
import { ReadingAlong } from '#app/components/people/reading-along.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { readsPayments } from '#app/modules/payouts/policy.ts';
import { treasury } from '#app/modules/payouts/queries/treasury.query.server.ts';

export const loader = guardLoader(readsPayments, async ({ database, actor, now }) => treasury(database, actor, now));

export const meta = pageTitle<typeof loader>((t) => t('payouts:title'));

export default function TreasurersDesk() {
  const { bodies, batches, payer, payerProposed, mayWork, readsStatements } = useLoaderData<typeof loader>();
  const { t } = useTranslation('payouts');
  const isQuiet = bodies.every(({ ready, waiting }) => ready.people === 0 && waiting.length === 0);
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('list.lead')} tone="plain" />
      {mayWork ? null : <ReadingAlong />}
      {payerProposed ? (
        <Notice tone="warning" title={t('payer.waits')}>
          <p>
            <a href="/beheer/betaalrekening" className="inline-flex min-h-11 items-center">
              {t('payer.look')}
            </a>
          </p>
        </Notice>
      ) : null}
      {payer === null ? <Notice tone="warning">{t('list.noPayer')}</Notice> : null}
      {mayWork ? (
        <Section title={t('list.ready')}>
          {isQuiet ? (
            <EmptyState title={t('list.readyNone')} stampId="niets-te-betalen">
              <p>{t('list.readyNoneText')}</p>
            </EmptyState>
          ) : (
            <PayableBodies bodies={bodies} />
          )}
        </Section>
      ) : null}
      <Section title={t('list.batches')}>
        {batches.length === 0 ? (
          <EmptyState title={t('list.none')} stampId="geen-betaling">
            <p>{t('list.noneText')}</p>
          </EmptyState>
        ) : (
          <BatchTable batches={batches} />
        )}
      </Section>
      {readsStatements ? (
        <p>
          <a href="/penningmeester/afschriften" className="inline-flex min-h-11 items-center">
            {t('list.statements')}
          </a>
        </p>
      ) : (
        <p className="max-w-prose">{t('list.statementsOfOffice')}</p>
      )}
      {payer === null ? null : <p className="max-w-prose text-ink-soft">{t('list.payer', payer)}</p>}
    </Page>
  );
}
