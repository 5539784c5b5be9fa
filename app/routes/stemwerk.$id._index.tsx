import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Facts } from '#app/components/content/facts.tsx';
import { useFormats } from '#app/components/content/use-formats.ts';
import { Written } from '#app/components/content/written.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { ReadingAlong } from '#app/components/people/reading-along.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Section } from '#app/components/page/section.tsx';
import { VoteRules } from '#app/components/voting/vote-facts.tsx';
import { WorkProjects } from '#app/components/voting/work-projects.tsx';
import { InterestNotice } from '#app/components/voting/interest-notice.tsx';
import { CancelledNotice } from '#app/components/voting/cancelled-notice.tsx';
import { WonElsewhereNotice } from '#app/components/voting/won-elsewhere.tsx';
import { WorkSteps } from '#app/components/voting/work-steps.tsx';
import { WorkWinners } from '#app/components/voting/work-winners.tsx';
import { firstMistake } from '#app/http/first-mistake.ts';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader, type GuardedAction } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { smallFormBack } from '#app/http/small-form.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import type { RefusalOf } from '#app/i18n/texts.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Outcome } from '#app/kernel/outcome.ts';
import { isSignedIn } from '#app/modules/people/actor.ts';
import { annulling } from '#app/modules/voting/commands/annul-count.server.ts';
import { cancelling, discardVote } from '#app/modules/voting/commands/cancel-vote.server.ts';
import { countVote } from '#app/modules/voting/commands/count-vote.server.ts';
import { drawingLots } from '#app/modules/voting/commands/draw-lots.server.ts';
import { checkProject, putUpProjects, takeProjectOff } from '#app/modules/voting/commands/put-up-projects.server.ts';
import { announceVote, concludeVote } from '#app/modules/voting/commands/run-vote.server.ts';
import { takeOverOutcome } from '#app/modules/voting/commands/take-over-outcome.server.ts';
import { checkForm, lotForm, pressForm, putUpForm, reasonForm, takeOverForm } from '#app/modules/voting/form.ts';
import { readsVoteWork, runsVotes } from '#app/modules/voting/policy.ts';
import { voteWorkPage } from '#app/modules/voting/queries/vote-work.query.server.ts';
import { plansWonElsewhere } from '#app/modules/voting/queries/won-elsewhere.query.server.ts';
import { winnerWork } from '#app/modules/voting/queries/winner-work.query.server.ts';

export const loader = guardLoader(readsVoteWork, async ({ database, actor, params, now }) => {
  const vote = await voteWorkPage(database, actor, params.id ?? '');
  if (vote === null || !isSignedIn(actor)) throw notFound();
  const wonElsewhere = await plansWonElsewhere(database, vote.id);
  const follows = await winnerWork(database, actor, vote, now);
  return { vote, wonElsewhere, follows, today: dayInAmsterdam(now), formKey: newId() };
});

export const action = guardAction(runsVotes, async (args) => {
  const { form, params, platform, database, actor } = args;
  const voteId = params.id ?? '';
  // another team's vote is not there
  if ((await voteWorkPage(database, actor, voteId)) === null) throw notFound();
  const done = await act(args, voteId);
  if ('mistake' in done) return smallFormBack(form, done.mistake);
  const { outcome, message } = done;
  if (!outcome.ok) return smallFormBack(form, refusalMessage('votingWork', outcome), refusalStatus(outcome.reason));
  return goTo(`/stemwerk/${voteId}`, platform, {
    tone: 'success',
    message: message.includes(':') ? message : `votingWork:${message}`,
  });
});

type Done = { outcome: Outcome<unknown, RefusalOf<'votingWork'>>; message: string } | { mistake: string };

async function act({ form, ...args }: GuardedAction, voteId: string): Promise<Done> {
  const context = signedInContext(args.context);
  const intent = formText(form, 'intent');
  switch (intent) {
    case 'put-up': {
      const read = parseForm(form, putUpForm);
      if (read.status !== 'success') return { mistake: firstMistake(read.reply()) };
      return { outcome: await putUpProjects({ voteId, ...read.value }, context), message: 'projects.added' };
    }
    case 'check': {
      const read = parseForm(form, checkForm);
      if (read.status !== 'success') return { mistake: firstMistake(read.reply()) };
      return { outcome: await checkProject({ voteId, ...read.value }, context), message: 'projects.checked' };
    }
    case 'discard':
    case 'cancel':
    case 'annul': {
      const read = parseForm(form, reasonForm);
      if (read.status !== 'success') return { mistake: firstMistake(read.reply()) };
      return withReason(intent, { voteId, ...read.value }, context);
    }
    case 'lot': {
      const read = parseForm(form, lotForm);
      if (read.status !== 'success') return { mistake: firstMistake(read.reply()) };
      return { outcome: await drawingLots.propose({ voteId, ...read.value }, context), message: 'lot.proposed' };
    }
    case 'take-over': {
      const read = parseForm(form, takeOverForm);
      if (read.status !== 'success') return { mistake: firstMistake(read.reply()) };
      const outcome = await takeOverOutcome({ voteId, takeOver: read.value }, context);
      return { outcome, message: 'voteFollows:work.done' };
    }
    default:
      return press(form, intent, voteId, context);
  }
}

async function withReason(
  intent: 'discard' | 'cancel' | 'annul',
  said: { voteId: string; revision: number; reason: string },
  context: ReturnType<typeof signedInContext>,
): Promise<Done> {
  switch (intent) {
    case 'discard':
      return { outcome: await discardVote(said, context), message: 'discard.done' };
    case 'cancel':
      return { outcome: await cancelling.propose(said, context), message: 'byTwo.proposed' };
    case 'annul':
      return { outcome: await annulling.propose(said, context), message: 'byTwo.proposed' };
  }
}

async function press(
  form: FormData,
  intent: string,
  voteId: string,
  context: ReturnType<typeof signedInContext>,
): Promise<Done> {
  const read = parseForm(form, pressForm);
  if (read.status !== 'success') return { mistake: firstMistake(read.reply()) };
  const pressed = { voteId, revision: read.value.revision };
  switch (intent) {
    case 'off': {
      const off = { ...pressed, number: Number(formText(form, 'number')) || 0 };
      return { outcome: await takeProjectOff(off, context), message: 'projects.checked' };
    }
    case 'announce':
      return { outcome: await announceVote(pressed, context), message: 'announce.done' };
    case 'conclude':
      return { outcome: await concludeVote(pressed, context), message: 'voteFollows:work.ended' };
    case 'annul-confirm':
      return { outcome: await annulling.confirm(pressed, context), message: 'voteFollows:annul.confirmed' };
    case 'annul-drop':
      return { outcome: await annulling.drop(pressed, context), message: 'voteFollows:annul.dropped' };
    case 'cancel-confirm':
      return { outcome: await cancelling.confirm(pressed, context), message: 'cancel.done' };
    case 'cancel-drop':
      return { outcome: await cancelling.drop(pressed, context), message: 'cancel.dropped' };
    case 'lot-drop':
      return { outcome: await drawingLots.drop(pressed, context), message: 'lot.dropped' };
    case 'lot-confirm':
    case 'count': {
      const outcome = await (intent === 'count' ? countVote(pressed, context) : drawingLots.confirm(pressed, context));
      return { outcome, message: outcome.ok && outcome.value === 'tie' ? 'count.tied' : 'count.done' };
    }
    default:
      throw turnAway(400);
  }
}

/** So that voting cards stand in the list as soon as their file is there. */
export const handle = { hydrate: true };

export const meta = pageTitle<typeof loader>((_t, { vote }) => vote.title);

export default function VoteWorkPage() {
  const { vote, wonElsewhere, follows, today, formKey } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation('votingWork');
  const voting = useTranslation('voting').t;
  const categories = useTranslation('voteCategories').t;
  const { money } = useFormats();
  const { fund } = vote;
  const names = new Intl.ListFormat(i18n.language);
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('crumb'), href: '/stemwerk' }]} />}
        eyebrow={voting(`state.${vote.state}`)}
        title={<Written>{vote.title}</Written>}
        lead={<Written>{vote.question}</Written>}
        tone="sand"
        actions={
          vote.state === 'draft' ? (
            vote.mayRun ? (
              <>
                <ButtonLink href={`/stemwerk/${vote.id}/wijzig`} tone="quiet">
                  {t('change')}
                </ButtonLink>
                <ButtonLink href={`/stemwerk/${vote.id}/categorieen`} tone="quiet">
                  {categories(vote.categories.length === 0 ? 'link' : 'linkChange')}
                </ButtonLink>
              </>
            ) : undefined
          ) : (
            <ButtonLink href={`/stemmen/${vote.slug}`} tone="quiet">
              {t('page')}
            </ButtonLink>
          )
        }
      />
      {vote.mayRun ? null : <ReadingAlong />}
      {vote.announcerName === null ? null : <CancelledNotice vote={vote} />}
      {vote.state === 'draft' && vote.amount > fund.free ? (
        <Notice tone="warning" title={t('aboveFree', { free: money(fund.free), name: fund.name })}>
          <p>{t('aboveFreeText')}</p>
        </Notice>
      ) : null}
      {['draft', 'closed', 'counted'].includes(vote.state) && vote.mayRun ? <InterestNotice follows={follows} /> : null}
      {['draft', 'announced', 'open', 'closed'].includes(vote.state) ? (
        <WonElsewhereNotice plans={wonElsewhere} forBody={vote.state === 'draft' ? 'draft' : 'announced'} />
      ) : null}
      {vote.state === 'counted' || vote.state === 'concluded' ? (
        <WorkWinners vote={vote} follows={follows} today={today} />
      ) : null}
      <WorkSteps vote={vote} formKey={formKey} today={today} />
      <WorkProjects vote={vote} />
      <Section title={t('steps.facts')}>
        <div className="flex max-w-prose flex-col gap-4">
          <VoteRules
            vote={vote}
            withoutCategory={vote.projects.filter((one) => one.verdict !== 'excluded' && one.category === null).length}
          />
          <Facts
            facts={[
              {
                term: t('fund'),
                value: t('fundFree', { name: fund.name, free: money(fund.free), reserved: money(fund.reserved) }),
              },
              { term: t('preparedBy'), value: vote.preparerName },
              { term: t('announcedBy'), value: vote.announcerName },
              { term: t('cancelledBy'), value: names.format(vote.cancelledBy) || null },
            ]}
          />
        </div>
      </Section>
      {vote.counts.length === 0 ? null : (
        <Section title={t('count.past')}>
          <ul>
            {vote.counts.map(({ attempt, countedBy, isTie, isAnnulled }) => (
              <li key={attempt}>
                {t('count.attempt', { number: attempt })}:{' '}
                {t(isAnnulled ? 'count.wasAnnulled' : isTie ? 'count.wasTie' : 'count.wasOutcome')} ({countedBy})
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
