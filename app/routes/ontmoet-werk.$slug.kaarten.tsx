import { data } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { SubmitButton } from '#app/components/forms/buttons.tsx';
import { LiveSign } from '#app/components/gathering/live/live-sign.tsx';
import { ClusterBoard } from '#app/components/gathering/rounds/cluster-board.tsx';
import { MakeCluster } from '#app/components/gathering/rounds/cluster-tools.tsx';
import { SelectLine } from '#app/components/gathering/rounds/round-fields.tsx';
import { useChanges } from '#app/components/gathering/rounds/use-changes.ts';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { firstMistake } from '#app/http/first-mistake.ts';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { smallFormBack } from '#app/http/small-form.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { newId } from '#app/kernel/ids.ts';
import {
  addCard,
  makeCluster,
  moveCard,
  removeCard,
  removeCluster,
  renameCluster,
} from '#app/modules/gatherings/commands/change-board.server.ts';
import { askProposal } from '#app/modules/gatherings/commands/propose-round.server.ts';
import { cardsToAdd, clusterBoard } from '#app/modules/gatherings/queries/board.query.server.ts';
import { liveNumber } from '#app/modules/gatherings/queries/live.query.server.ts';
import { workGathering } from '#app/modules/gatherings/queries/organiser.query.server.ts';
import { eveningRounds } from '#app/modules/gatherings/queries/rounds.query.server.ts';
import {
  clusterForm,
  makeClusterForm,
  moveCardForm,
  renameClusterForm,
  revisionForm,
} from '#app/modules/gatherings/round-form.ts';
import { signedIn } from '#app/modules/people/policy.ts';

/** Cards are dragged, and what others move shows at once. */
export const handle = { hydrate: true };

export const loader = guardLoader(signedIn, async ({ database, actor, params }) => {
  const gathering = await workGathering(database, actor, params.slug ?? '');
  if (gathering === null) throw notFound();
  const { id, slug, title, state, access } = gathering;
  const since = await liveNumber(database, id);
  const round = (await eveningRounds(database, id)).filter(({ kind }) => kind === 'clusters').at(-1) ?? null;
  return {
    ...{ slug, title, state, access, since, round },
    board: await clusterBoard(database, id, null),
    choices: access === 'read' ? [] : await cardsToAdd(database, id),
    formKey: newId(),
  };
});

export const action = guardAction(signedIn, async ({ database, actor, params, form, context, platform }) => {
  const gathering = await workGathering(database, actor, params.slug ?? '');
  if (gathering === null || gathering.access === 'read') throw notFound();
  const { id: gatheringId, slug } = gathering;
  const mine = signedInContext(context);
  const here = `/ontmoet-werk/${slug}/kaarten`;
  const warn = async (message: string) => goTo(here, platform, { tone: 'warning', message });
  type Done = Awaited<ReturnType<typeof moveCard>> | Awaited<ReturnType<typeof askProposal>>;
  const say = async (outcome: Done, said: string) =>
    outcome.ok
      ? goTo(here, platform, { tone: 'success', message: `rounds:board.${said}` })
      : warn(refusalMessage('rounds', outcome));
  // what was typed comes back with why it was not taken
  const sayOrBack = async (outcome: Done, said: string) =>
    outcome.ok
      ? say(outcome, said)
      : smallFormBack(form, refusalMessage('rounds', outcome), refusalStatus(outcome.reason));
  const intent = formText(form, 'intent');
  switch (intent) {
    case 'move': {
      const submission = parseForm(form, moveCardForm);
      if (submission.status !== 'success') throw turnAway(400);
      const moved = await moveCard({ gatheringId, ...submission.value }, mine);
      if (formText(form, 'vorm') !== 'json') return say(moved, 'said.move');
      const of = submission.value.portfolioId;
      return data(moved.ok ? { moved: of } : { refused: refusalMessage('rounds', moved), of });
    }
    case 'propose': {
      const submission = parseForm(form, revisionForm);
      if (submission.status !== 'success') throw turnAway(400);
      const roundId = formText(form, 'roundId');
      return say(await askProposal({ roundId, ...submission.value, again: true }, mine), 'askedDone');
    }
    case 'make': {
      const submission = parseForm(form, makeClusterForm);
      if (submission.status !== 'success') return smallFormBack(form, firstMistake(submission.reply()));
      return sayOrBack(await makeCluster({ gatheringId, ...submission.value }, mine), 'said.make');
    }
    case 'rename': {
      const submission = parseForm(form, renameClusterForm);
      if (submission.status !== 'success') return smallFormBack(form, firstMistake(submission.reply()));
      return sayOrBack(await renameCluster({ gatheringId, ...submission.value }, mine), 'said.rename');
    }
    case 'remove': {
      const submission = parseForm(form, clusterForm);
      if (submission.status !== 'success') throw turnAway(400);
      return say(await removeCluster({ gatheringId, ...submission.value }, mine), 'said.remove');
    }
    case 'card-add':
      return say(await addCard({ gatheringId, slug: formText(form, 'portfolio') }, mine), 'said.card-add');
    case 'card-remove':
      return say(
        await removeCard({ gatheringId, portfolioId: formText(form, 'portfolioId') }, mine),
        'said.card-remove',
      );
    default:
      throw turnAway(400);
  }
});

export const meta = pageTitle<typeof loader>((t) => t('rounds:board.title'));

export default function CardsPage() {
  const { slug, title, state, access, since, round, board, choices, formKey } = useLoaderData<typeof loader>();
  const { t } = useTranslation('rounds');
  const live = useChanges(slug, since);
  const here = `/ontmoet-werk/${slug}`;
  const mayChange = access !== 'read' && state !== 'closed' && state !== 'cancelled';
  return (
    <Page>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: <Written>{title}</Written>, href: here },
              { label: t('programme.title'), href: `${here}/programma` },
            ]}
          />
        }
        title={t('board.title')}
        lead={t('board.lead')}
        tone="plain"
      >
        {state === 'begun' ? <LiveSign state={live} /> : null}
      </PageHeader>
      <Section title={t('board.title')} titleHidden>
        {round !== null && round.proposal === 'asked' ? <p role="status">{t('board.asked')}</p> : null}
        {round !== null && round.proposal === 'failed' ? <p role="status">{t('board.failed')}</p> : null}
        {mayChange && access === 'run' && round !== null && round.state !== 'done' && board.cards.length > 1 ? (
          <form method="post" className="mb-4">
            <input type="hidden" name="roundId" value={round.id} />
            <input type="hidden" name="revision" value={round.revision} />
            <SubmitButton name="intent" value="propose" tone={board.clusters.length === 0 ? 'main' : 'quiet'}>
              {board.clusters.length === 0 ? t('board.propose') : t('board.proposeAgain')}
            </SubmitButton>
            <p className="mt-2 max-w-prose text-sm text-ink-soft">
              {t('board.proposeText')} {t('board.dragHint')}
            </p>
          </form>
        ) : null}
        {board.cards.length === 0 && board.clusters.length === 0 ? (
          <EmptyState title={t('board.noCards')} stampId="kaarten">
            <p>{t('board.noCardsText')}</p>
          </EmptyState>
        ) : (
          <ClusterBoard board={board} may={mayChange ? 'crew' : 'none'} />
        )}
      </Section>
      {mayChange ? (
        <div className="grid gap-x-10 gap-y-8 sm:grid-cols-2">
          <Section title={t('board.make')}>
            <MakeCluster formKey={formKey} />
          </Section>
          {choices.length === 0 ? null : (
            <Section title={t('board.addCard')}>
              <form method="post" className="grid gap-4">
                <SelectLine
                  label={t('board.slug')}
                  name="portfolio"
                  choices={choices}
                  emptyLabel={t('board.choose')}
                  required
                />
                <div>
                  <SubmitButton name="intent" value="card-add" tone="quiet">
                    {t('board.addSubmit')}
                  </SubmitButton>
                </div>
              </form>
            </Section>
          )}
        </div>
      ) : null}
    </Page>
  );
}
