import { data } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { LiveSign } from '#app/components/gathering/live/live-sign.tsx';
import { ClusterBoard } from '#app/components/gathering/rounds/cluster-board.tsx';
import { useChanges } from '#app/components/gathering/rounds/use-changes.ts';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage } from '#app/http/respond.server.ts';
import { takingPart } from '#app/http/room.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { refused } from '#app/kernel/outcome.ts';
import { moveOwnCard } from '#app/modules/gatherings/commands/change-board.server.ts';
import { clusterBoard } from '#app/modules/gatherings/queries/board.query.server.ts';
import { liveNumber } from '#app/modules/gatherings/queries/live.query.server.ts';
import { moveCardForm } from '#app/modules/gatherings/round-form.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** What others move shows at once. */
export const handle = { hydrate: true };

export const loader = guardLoader(everyone, async (args) => {
  const { gathering, taker } = await takingPart(args);
  const since = await liveNumber(args.database, gathering.id);
  const board = await clusterBoard(args.database, gathering.id, taker.registrationId);
  return { slug: gathering.slug, title: gathering.title, since, board };
});

export const action = guardAction(everyone, async (args) => {
  const { form, database, platform } = args;
  const { gathering, taker } = await takingPart(args);
  const submission = parseForm(form, moveCardForm);
  if (submission.status !== 'success') throw turnAway(400);
  const moved =
    taker.registrationId === null
      ? refused('card-unknown')
      : await moveOwnCard(
          { gatheringId: gathering.id, registrationId: taker.registrationId, ...submission.value },
          { database },
        );
  if (formText(form, 'vorm') === 'json') {
    const of = submission.value.portfolioId;
    return data(moved.ok ? { moved: of } : { refused: refusalMessage('rounds', moved), of });
  }
  const here = `/ontmoet/${gathering.slug}/kaarten`;
  return goTo(
    here,
    platform,
    moved.ok
      ? { tone: 'success', message: 'rounds:board.said.move' }
      : { tone: 'warning', message: refusalMessage('rounds', moved) },
  );
});

export const meta = pageTitle<typeof loader>((t) => t('tonight:cards.title'));

export default function CardsOnPhone() {
  const { slug, title, since, board } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['tonight', 'rounds']);
  const live = useChanges(slug, since, { kinds: ['card', 'cluster', 'round', 'gathering'] });
  return (
    <Page>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: <Written>{title}</Written>, href: `/ontmoet/${slug}` },
              { label: t('now.title'), href: `/ontmoet/${slug}/vanavond` },
            ]}
          />
        }
        title={t('cards.title')}
        lead={board.isOpen ? t('cards.lead') : undefined}
        tone="plain"
      >
        <LiveSign state={live} />
      </PageHeader>
      {board.isOpen ? null : <Notice>{t('cards.closed')}</Notice>}
      <Section title={t('cards.title')} titleHidden>
        {board.cards.length === 0 ? (
          <p>{t('rounds:board.noCards')}</p>
        ) : (
          <ClusterBoard board={board} may={board.isOpen ? 'own' : 'none'} />
        )}
      </Section>
    </Page>
  );
}
