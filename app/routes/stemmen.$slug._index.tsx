import { data } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Money } from '#app/components/content/money.tsx';
import { Written } from '#app/components/content/written.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { CardGrid } from '#app/components/page/card.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { ShareLinks } from '#app/components/page/share-links.tsx';
import { AtTable } from '#app/components/voting/at-table.tsx';
import { BallotForm, fieldOf } from '#app/components/voting/ballot-form.tsx';
import { ProjectFace, ProjectLink } from '#app/components/voting/project-face.tsx';
import { RecountPart } from '#app/components/voting/recount-part.tsx';
import { VoteRules } from '#app/components/voting/vote-facts.tsx';
import { AnnulledCounts, VoteDispute } from '#app/components/voting/vote-dispute.tsx';
import { CancelledNotice } from '#app/components/voting/cancelled-notice.tsx';
import { WonElsewhereNotice } from '#app/components/voting/won-elsewhere.tsx';
import { VoteFollowsView } from '#app/components/voting/vote-follows.tsx';
import { VoteLosses } from '#app/components/voting/vote-losses.tsx';
import { VoteMistake } from '#app/components/voting/vote-mistake.tsx';
import { useCodeFromAddress } from '#app/components/voting/use-code.ts';
import { VoteResultView } from '#app/components/voting/vote-result.tsx';
import { WholeCount } from '#app/components/voting/whole-count.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader, type Guarded } from '#app/http/guard.server.ts';
import { notCastCookie, notCastOn } from '#app/http/last-button.server.ts';
import { choicesIn, inOwnOrder, ownBallot } from '#app/http/own-ballot.server.ts';
import { holderOf, newOrder, readOrder, writeOwnVote } from '#app/http/own-vote.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { goTo, refusalMessage } from '#app/http/respond.server.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { inLog } from '#app/modules/transparency/queries/in-log.query.server.ts';
import { checkBallot } from '#app/modules/voting/ballot.ts';
import { comparedResult } from '#app/modules/voting/compared-result.ts';
import { ownTable } from '#app/modules/voting/queries/paper-table.query.server.ts';
import { publishedVote } from '#app/modules/voting/queries/published-vote.query.server.ts';
import { noChances } from '#app/modules/overview/next-chances.ts';
import { nextChances } from '#app/modules/overview/queries/next-chances.query.server.ts';
import { lossesOf } from '#app/modules/voting/loss.ts';
import { plansWonElsewhere } from '#app/modules/voting/queries/won-elsewhere.query.server.ts';
import { voteFollows } from '#app/modules/voting/queries/vote-follows.query.server.ts';
import type { VotePageView } from '#app/modules/voting/views.ts';
import type { VoteState } from '#app/modules/voting/vote.ts';

export const loader = guardLoader(everyone, async (args) => {
  const { vote, own } = await ownBallot(args);
  const known = await readOrder(args.request, args.platform);
  const begun = known === null ? await newOrder(args.platform) : null;
  const notCast = await notCastCookie.read(args.request, args.platform);
  const headers = new Headers();
  if (begun !== null) headers.append('Set-Cookie', begun.cookie);
  if (notCast !== null) headers.append('Set-Cookie', await notCastCookie.clear(args.platform));
  const page = {
    vote,
    projects: inOwnOrder(vote, known ?? begun?.order ?? ''),
    choices: own.choices,
    holder: holderOf(args.platform, args.actor),
    mistake: notCastOn(notCast, vote.slug, ['next'], args.t)?.refusal ?? null,
    isCast: own.cast !== null,
    table: await ownTable(args.database, args.actor, vote.slug),
    published: await publicationOf(args.database, vote),
    address: args.platform.env.publicUrl,
    wonElsewhere: isToBeCounted(vote) ? await plansWonElsewhere(args.database, vote.id) : [],
    ...(await afterwards(args, vote)),
  };
  return data(page, { headers });
});

/** What was published of a vote, and how its ballots stand in the log. */
async function publicationOf(database: Guarded['database'], { id, slug, state }: VotePageView) {
  const { announcement, ballots } = await publishedVote(database, id);
  const isCounted = state === 'counted' || state === 'concluded';
  const askedOf = (kind: 'vote' | 'vote-result', { sha256 }: { sha256: string }) => ({ kind, subject: slug, sha256 });
  const [log, announced] = await Promise.all([
    ballots === null || !isCounted ? null : inLog(database, askedOf('vote-result', ballots)),
    announcement === null ? null : inLog(database, askedOf('vote', announcement)),
  ]);
  return { isAnnounced: announced !== null, hasProof: announced?.state === 'in-log', log };
}

/** What follows a vote, once it was counted. */
async function afterwards({ database, now }: Parameters<Parameters<typeof guardLoader>[1]>[0], vote: VotePageView) {
  const { result, state } = vote;
  if (!hasClosed(state)) return { follows: null, losses: [], chances: noChances };
  const follows = await voteFollows(database, vote.id);
  if (result?.is !== 'outcome') return { follows, losses: [], chances: noChances };
  const losses = lossesOf(result, vote.projects, vote.minimumVotes);
  const lost = new Set(losses.map(({ number }) => number));
  const plans = {
    areaCodes: vote.areas.map(({ code }) => code),
    initiativeIds: vote.projects.filter(({ number }) => lost.has(number)).map(({ initiativeId }) => initiativeId),
  };
  return { follows, losses, chances: await nextChances(database, plans, now) };
}

const isToBeCounted = ({ state }: VotePageView) => ['announced', 'open', 'closed'].includes(state);

const hasClosed = (state: VoteState) => ['closed', 'counted', 'concluded'].includes(state);

export const action = guardAction(everyone, async (args) => {
  const { form, platform, now, actor } = args;
  const { vote, own } = await ownBallot(args);
  const choices = choicesIn(form, vote);
  const cookie = await writeOwnVote(platform, vote, { ...own, choices, chosenBy: holderOf(platform, actor) }, now);
  const here = `/stemmen/${vote.slug}`;
  if (formText(form, 'intent') === 'compare') return goTo(`${here}/vergelijken`, platform, undefined, [cookie]);
  const checked = checkBallot(vote, vote.projects, choices);
  if (checked.ok) return goTo(`${here}/controleren`, platform, undefined, [cookie]);
  const notCast = { slug: vote.slug, message: refusalMessage('voting', checked), typed: '', intent: 'next' as const };
  return goTo(here, platform, undefined, [cookie, await notCastCookie.write(platform, notCast)]);
});

export const handle = { hydrate: true };

export const meta = pageTitle<typeof loader>(
  (t, { vote, mistake }) => (mistake === null ? vote.title : t('voting:mistakeTitle', { title: vote.title })),
  (_t, { vote }) => vote.question,
);

export default function VotePage() {
  const page = useLoaderData<typeof loader>();
  const { vote, projects, choices, holder, isCast, mistake } = page;
  const { table, published, address, follows, losses, chances, wonElsewhere } = page;
  const { t, i18n } = useTranslation('voting');
  const hasCode = useCodeFromAddress(vote.slug);
  // who scanned a card votes with that card, whoever voted from here before
  const isChange = isCast && !hasCode;
  const isOpen = vote.state === 'open';
  const hasList = hasClosed(vote.state);
  const compared = vote.result?.is === 'outcome' ? comparedResult(vote, vote.result, t('wholeDistrict')) : null;
  return (
    <Page>
      {mistake === null ? null : <VoteMistake message={mistake} field={projects.slice(0, 1).map(fieldOf)[0]} />}
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('crumb'), href: '/stemmen' }]} />}
        eyebrow={t(`state.${vote.state}`)}
        title={<Written>{vote.title}</Written>}
        lead={<Written>{vote.question}</Written>}
        stampId={vote.id}
      >
        <p className="mt-4 text-lg font-semibold">
          <Money cents={vote.amount} />
          {isOpen ? ` · ${t('line.closes', { date: dateText(vote.closesAt, 'time', i18n.language) })}` : null}
        </p>
      </PageHeader>
      {vote.state === 'cancelled' ? null : (
        <ShareLinks text={vote.title} address={new URL(`/stemmen/${vote.slug}`, address).href} />
      )}
      {table === null ? null : <AtTable voteId={table} />}
      <CancelledNotice vote={vote} />
      {vote.state === 'announced' ? (
        <Notice title={t('announcedText', { date: dateText(vote.opensAt, 'time', i18n.language) })} />
      ) : null}
      {vote.state === 'closed' && vote.result === null ? <Notice title={t('closedText')} /> : null}
      {isChange && isOpen ? (
        <Notice tone="success" title={t('receipt.title')}>
          <p>
            {t('check.chooseAgain')} <a href={`/stemmen/${vote.slug}/ontvangst`}>{t('receipt.checkCode')}</a>
          </p>
        </Notice>
      ) : null}
      <WonElsewhereNotice plans={wonElsewhere} isClosed={vote.state === 'closed'} />
      {follows === null ? null : (
        <AnnulledCounts slug={vote.slug} annulled={follows.annulled} isCounted={vote.result !== null} />
      )}
      {vote.result === null ? null : <VoteResultView vote={vote} result={vote.result} compared={compared} />}
      {follows === null || vote.result?.is !== 'outcome' || compared === null ? null : (
        <>
          <VoteFollowsView winners={follows.winners} bodyName={vote.body.name} />
          <VoteLosses losses={losses} vote={vote} chances={chances} />
          <WholeCount vote={vote} result={vote.result} compared={compared} />
          <VoteDispute bodyName={vote.body.name} />
        </>
      )}
      {hasList ? (
        <p>
          <ButtonLink href={`/stemmen/${vote.slug}/controle`} tone="quiet">
            {t('result.checkCodes')}
          </ButtonLink>
        </p>
      ) : null}
      {published.log === null ? null : <RecountPart slug={vote.slug} address={address} log={published.log} />}
      <details className="card rounded bg-tint-water p-5" open={!isOpen && vote.result === null}>
        <summary className="cursor-pointer py-1.5 text-lg font-bold">{t('facts.title')}</summary>
        <div className="mt-3 max-w-prose">
          <VoteRules vote={vote} withoutCategory={projects.filter(({ category }) => category === null).length} />
          {published.isAnnounced ? (
            <p className="mt-4">
              {t('recount.announced')}{' '}
              <a href={`/stemmen/${vote.slug}/aankondiging.json`}>{t('recount.announcedFile')}</a>
              {published.hasProof ? (
                <>
                  {' · '}
                  <a href={`/stemmen/${vote.slug}/aankondiging/bewijs.json`}>{t('recount.announcedProof')}</a>
                </>
              ) : null}
            </p>
          ) : null}
        </div>
      </details>
      {vote.result !== null ? null : (
        <Section title={t('projects')} lead={t('projectsLead')}>
          {isOpen ? (
            <BallotForm {...{ vote, projects, choices, holder, hasCode, isChange }} />
          ) : (
            <CardGrid isTight>
              {projects.map((project) => (
                <li
                  key={project.number}
                  className="card flex flex-col justify-between overflow-hidden rounded bg-surface"
                >
                  <ProjectFace project={project} />
                  <ProjectLink project={project} />
                </li>
              ))}
            </CardGrid>
          )}
        </Section>
      )}
      {vote.excluded.length === 0 ? null : (
        <Section title={t('excluded')} lead={t('excludedLead')}>
          <ul className="flex max-w-prose flex-col gap-4">
            {vote.excluded.map(({ number, slug, title, reason }) => (
              <li key={number}>
                <a href={`/initiatieven/${slug}`} className="font-semibold">
                  <Written>{title}</Written>
                </a>
                <p className="whitespace-pre-line">
                  <Written>{reason}</Written>
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
