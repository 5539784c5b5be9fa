import { useTranslation } from 'react-i18next';
import type { WinnerLine } from '#app/modules/voting/winner-views.ts';
import { DataTable } from '../content/data-table.tsx';
import { Money } from '../content/money.tsx';
import { Written } from '../content/written.tsx';
import { Section } from '../page/section.tsx';

/** How it stands with each winner: its decision, or why it got none. */
export function VoteFollowsView({ winners, bodyName }: { winners: readonly WinnerLine[]; bodyName: string }) {
  const { t } = useTranslation('voteFollows');
  if (winners.length === 0)
    return (
      <Section title={t('next.title')}>
        <p>{t('next.nobody')}</p>
      </Section>
    );
  const waits = winners.some(({ state }) => state === 'won');
  return (
    <Section id="besluiten" title={t('next.title')} lead={t(waits ? 'next.lead' : 'next.leadDone', { body: bodyName })}>
      <DataTable
        caption={t('next.title')}
        captionHidden
        rows={winners}
        rowKey={({ number }) => String(number)}
        columns={[
          {
            key: 'plan',
            header: t('next.column.plan'),
            cell: ({ slug, title }) => (
              <a href={`/initiatieven/${slug}`}>
                <Written>{title}</Written>
              </a>
            ),
          },
          { key: 'cost', header: t('next.column.amount'), numeric: true, cell: ({ cost }) => <Money cents={cost} /> },
          {
            key: 'state',
            header: t('next.column.state'),
            cell: ({ state, decision, waits, elsewhere }) => (
              <>
                {t(`state.${state}`, { body: bodyName })}{' '}
                {waits === null ? null : t(`waits.${waits}`, { body: bodyName })}{' '}
                {waits !== 'other-vote' || elsewhere === null ? null : (
                  <a href={`/stemmen/${elsewhere.slug}#besluiten`}>
                    <Written>{elsewhere.title}</Written>
                  </a>
                )}
                {decision === null ? null : (
                  <a href={`/besluiten/${decision}`}>{t('next.decision', { number: decision })}</a>
                )}
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}
