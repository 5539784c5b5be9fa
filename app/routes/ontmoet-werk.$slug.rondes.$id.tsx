import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { SubmitButton } from '#app/components/forms/buttons.tsx';
import { LiveSign } from '#app/components/gathering/live/live-sign.tsx';
import { ApartSection } from '#app/components/gathering/rounds/apart-section.tsx';
import { Clock } from '#app/components/gathering/rounds/clock.tsx';
import { MendingNotice } from '#app/components/gathering/rounds/mending-notice.tsx';
import { TableList } from '#app/components/gathering/rounds/table-list.tsx';
import { useChanges } from '#app/components/gathering/rounds/use-changes.ts';
import { WhyList } from '#app/components/gathering/rounds/why-list.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Notice } from '#app/components/page/notice.tsx';
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
import {
  applyMending,
  keepApart,
  letTogether,
  moveSeat,
  pinSeat,
} from '#app/modules/gatherings/commands/change-seats.server.ts';
import { askProposal } from '#app/modules/gatherings/commands/propose-round.server.ts';
import { liveNumber } from '#app/modules/gatherings/queries/live.query.server.ts';
import { workGathering } from '#app/modules/gatherings/queries/organiser.query.server.ts';
import { roundTables } from '#app/modules/gatherings/queries/tables.query.server.ts';
import { apartForm, moveSeatForm, revisionForm, seatForm } from '#app/modules/gatherings/round-form.ts';
import { signedIn } from '#app/modules/people/policy.ts';

/** A proposal appears when it is ready, and the clock runs. */
export const handle = { hydrate: true };

/** Names and wishes of everybody in the room: for who runs it. */
export const loader = guardLoader(signedIn, async ({ database, actor, params, now }) => {
  const gathering = await workGathering(database, actor, params.slug ?? '');
  if (gathering?.access !== 'run') throw notFound();
  const { id, slug, title, state } = gathering;
  const since = await liveNumber(database, id);
  const tables = await roundTables(database, id, params.id ?? '');
  if (tables === null) throw notFound();
  return { slug, title, state, since, now, ...tables };
});

export const action = guardAction(signedIn, async ({ database, actor, params, form, context, platform }) => {
  const gathering = await workGathering(database, actor, params.slug ?? '');
  if (gathering?.access !== 'run') throw notFound();
  const { id: gatheringId, slug } = gathering;
  const roundId = params.id ?? '';
  if ((await roundTables(database, gatheringId, roundId)) === null) throw notFound();
  const mine = signedInContext(context);
  const here = `/ontmoet-werk/${slug}/rondes/${roundId}`;
  const warn = async (message: string) => goTo(here, platform, { tone: 'warning', message });
  const say = async (
    outcome: Awaited<ReturnType<typeof moveSeat>> | Awaited<ReturnType<typeof askProposal>>,
    said: string,
  ) =>
    outcome.ok
      ? goTo(here, platform, { tone: 'success', message: `rounds:tables.${said}` })
      : warn(refusalMessage('rounds', outcome));
  // what was typed or chosen comes back with why it was not taken
  const sayOrBack = async (outcome: Awaited<ReturnType<typeof moveSeat>>, said: string) =>
    outcome.ok
      ? say(outcome, said)
      : smallFormBack(form, refusalMessage('rounds', outcome), refusalStatus(outcome.reason));
  const intent = formText(form, 'intent');
  switch (intent) {
    case 'propose':
    case 'again': {
      const submission = parseForm(form, revisionForm);
      if (submission.status !== 'success') throw turnAway(400);
      return say(await askProposal({ roundId, ...submission.value, again: intent === 'again' }, mine), 'askedDone');
    }
    case 'mend': {
      const submission = parseForm(form, revisionForm);
      if (submission.status !== 'success') throw turnAway(400);
      return say(await applyMending({ roundId, ...submission.value }, mine), 'said.mend');
    }
    case 'move': {
      const submission = parseForm(form, moveSeatForm);
      if (submission.status !== 'success') return smallFormBack(form, firstMistake(submission.reply()));
      return sayOrBack(await moveSeat({ roundId, ...submission.value }, mine), 'said.move');
    }
    case 'pin':
    case 'unpin': {
      const submission = parseForm(form, seatForm);
      if (submission.status !== 'success') throw turnAway(400);
      return say(await pinSeat({ roundId, ...submission.value, isPinned: intent === 'pin' }, mine), `said.${intent}`);
    }
    case 'apart':
    case 'together': {
      const submission = parseForm(form, apartForm);
      if (submission.status !== 'success') return smallFormBack(form, firstMistake(submission.reply()));
      const change = intent === 'apart' ? keepApart : letTogether;
      return sayOrBack(await change({ gatheringId, ...submission.value }, mine), `said.${intent}`);
    }
    default:
      throw turnAway(400);
  }
});

export const meta = pageTitle<typeof loader>((_t, { round }) => round.title);

export default function RoundPage() {
  const { slug, title, state, since, now, round, tables, without, room, mending, explanations, apart } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation('rounds');
  const live = useChanges(slug, since);
  const { revision, proposal, kind } = round;
  const seated = kind === 'pairs' ? 'pairs' : 'groups';
  const here = `/ontmoet-werk/${slug}`;
  const mayChange = round.state !== 'done' && state !== 'closed' && state !== 'cancelled';
  const hasTables = tables.length > 0;
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
        eyebrow={`${t(`kind.${kind}`)} · ${t(`state.${round.state}`)}`}
        title={<Written>{round.title}</Written>}
        lead={t(`tables.lead.${seated}`)}
        tone="plain"
      >
        {hasTables ? (
          <p className="no-print mt-2 flex flex-wrap gap-x-6">
            <a href={`${here}/tafelkaarten.pdf?ronde=${round.id}`} className="inline-flex min-h-11 items-center">
              {t('programme.tableCards')}
            </a>
            <a href={`${here}/rondes/${round.id}/lijst.pdf`} className="inline-flex min-h-11 items-center">
              {t('tables.list')}
            </a>
          </p>
        ) : null}
        {round.endsAt === null ? null : <Clock endsAt={round.endsAt} now={now} />}
        {state === 'begun' ? <LiveSign state={live} /> : null}
      </PageHeader>
      {round.state === 'done' ? <Notice>{t('tables.done')}</Notice> : null}
      {mending === null ? null : <MendingNotice mending={mending} revision={revision} mayChange={mayChange} />}
      <Section title={t(`tables.lead.${seated}`)} titleHidden>
        <p role="status" className="mb-4">
          {proposal === 'asked'
            ? t('tables.asked')
            : proposal === 'failed'
              ? t('tables.failed')
              : t('tables.room', { count: room.length })}
        </p>
        {room.length === 0 && !hasTables ? (
          <EmptyState title={t('tables.nobody')} stampId="tafels">
            <p>{t('tables.nobodyText')}</p>
          </EmptyState>
        ) : null}
        {mayChange && room.length > 0 ? (
          <form method="post" className="no-print mb-6">
            <input type="hidden" name="revision" value={revision} />
            <SubmitButton name="intent" value={hasTables ? 'again' : 'propose'} tone={hasTables ? 'quiet' : 'main'}>
              {hasTables ? t('tables.again') : t(`tables.propose.${seated}`)}
            </SubmitButton>
            {hasTables ? <p className="mt-2 max-w-prose text-sm text-ink-soft">{t('tables.againText')}</p> : null}
          </form>
        ) : null}
        <TableList tables={tables} without={hasTables ? without : []} revision={revision} mayChange={mayChange} />
        <WhyList explanations={explanations} />
      </Section>
      {mayChange ? <ApartSection apart={apart} room={room} /> : null}
    </Page>
  );
}
