import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { DateText } from '#app/components/content/date-text.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { PhaseBadge } from '#app/components/scoring/badges.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { roundList, type RoundListLine } from '#app/modules/scoring/queries/public-round.query.server.ts';

export const loader = guardLoader(everyone, async ({ database, now }) => ({ rounds: await roundList(database, now) }));

export const handle = { kept: keptPage() };

export const meta = pageTitle<typeof loader>(
  (t) => t('scoring:rounds.title'),
  (t) => t('scoring:rounds.lead'),
);

export default function Rounds() {
  const { rounds } = useLoaderData<typeof loader>();
  const { t } = useTranslation('scoring');
  const open = rounds.filter(({ phase }) => phase !== 'closed');
  const closed = rounds.filter(({ phase }) => phase === 'closed');
  return (
    <Page>
      <PageHeader title={t('rounds.title')} lead={t('rounds.lead')} tone="water" stampId="rondes" />
      {rounds.length === 0 ? (
        <EmptyState stampId="geen-rondes" title={t('rounds.none')}>
          <p>{t('rounds.noneText')}</p>
        </EmptyState>
      ) : null}
      {open.length === 0 ? null : (
        <Section title={t('rounds.running')}>
          <Lines rounds={open} />
        </Section>
      )}
      {closed.length === 0 ? null : (
        <Section title={t('rounds.closed')}>
          <Lines rounds={closed} />
        </Section>
      )}
    </Page>
  );
}

function Lines({ rounds }: { rounds: readonly RoundListLine[] }) {
  const { t } = useTranslation('scoring');
  return (
    <ul className="flex flex-col">
      {rounds.map((round) => (
        <li
          key={round.slug}
          className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2 border-t border-line py-4"
        >
          <span className="min-w-0">
            <a href={`/rondes/${round.slug}`} className="inline-block py-1.5 text-lg font-semibold break-words">
              <Written>{round.title}</Written>
            </a>
            <span className="block text-ink-soft">
              <Written>{round.bodyName}</Written> · {t('rounds.plans', { count: round.initiativeCount })} ·{' '}
              <DateText value={round.opensOn} format="short" /> – <DateText value={round.closesOn} format="short" />
            </span>
          </span>
          <PhaseBadge phase={round.phase} />
        </li>
      ))}
    </ul>
  );
}
