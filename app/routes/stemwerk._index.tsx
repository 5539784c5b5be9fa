import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '#app/components/content/data-table.tsx';
import { DateText } from '#app/components/content/date-text.tsx';
import { Money } from '#app/components/content/money.tsx';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { ReadingAlong } from '#app/components/people/reading-along.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { handlesSignals, readsVoteWork } from '#app/modules/voting/policy.ts';
import { voteWork } from '#app/modules/voting/queries/vote-work.query.server.ts';

export const loader = guardLoader(readsVoteWork, async ({ database, actor }) => ({
  ...(await voteWork(database, actor)),
  seesSignals: handlesSignals(actor).ok,
}));

export const meta = pageTitle<typeof loader>((t) => t('votingWork:title'));

export default function VoteWork() {
  const { votes, bodies, seesSignals } = useLoaderData<typeof loader>();
  const { t } = useTranslation('votingWork');
  const voting = useTranslation('voting').t;
  const signals = useTranslation('voteSignals').t;
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} tone="plain" />
      {bodies.length === 0 ? (
        <ReadingAlong />
      ) : (
        <ul className="flex flex-wrap gap-3">
          {bodies.map(({ slug, name }, at) => (
            <li key={slug}>
              <ButtonLink href={`/stemwerk/nieuw/${slug}`} icon="plus" tone={at === 0 ? 'main' : 'quiet'}>
                {t('new')} <Quoting text={t('newFor', { name })} written={name} />
              </ButtonLink>
            </li>
          ))}
        </ul>
      )}
      {seesSignals ? (
        <p>
          <ButtonLink href="/stemwerk/signalen" tone="quiet">
            {signals('link')}
          </ButtonLink>
        </p>
      ) : null}
      {votes.length === 0 ? (
        <EmptyState title={t('none')} stampId="geen-stemming" />
      ) : (
        <DataTable
          caption={t('title')}
          captionHidden
          columns={[
            {
              key: 'vote',
              header: t('vote'),
              cell: ({ id, title }) => (
                <a href={`/stemwerk/${id}`}>
                  <Written>{title}</Written>
                </a>
              ),
            },
            { key: 'body', header: t('body'), cell: ({ bodyName }) => <Written>{bodyName}</Written> },
            { key: 'state', header: t('state'), cell: ({ state }) => voting(`state.${state}`) },
            {
              key: 'period',
              header: t('period'),
              cell: ({ opensAt, closesAt }) => (
                <>
                  <DateText value={opensAt} format="day" /> – <DateText value={closesAt} format="day" />
                </>
              ),
            },
            { key: 'amount', header: t('amount'), numeric: true, cell: ({ amount }) => <Money cents={amount} /> },
          ]}
          rows={votes}
          rowKey={({ id }) => id}
        />
      )}
    </Page>
  );
}
