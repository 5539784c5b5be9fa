import { data } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Money } from '#app/components/content/money.tsx';
import { Written } from '#app/components/content/written.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { CastForms } from '#app/components/voting/cast-forms.tsx';
import { ChosenAbove } from '#app/components/voting/chosen-above.tsx';
import { useNoWaitingChoices } from '#app/components/voting/use-kept-choices.ts';
import { VoteMistake } from '#app/components/voting/vote-mistake.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardLoader, guardSensitiveAction } from '#app/http/guard.server.ts';
import { accountProof, identityAsked, type AccountProof } from '#app/http/account-proof.server.ts';
import { notCastCookie, notCastOn, readIntent } from '#app/http/last-button.server.ts';
import { noteBallot, noteWrong } from '#app/http/noted-codes.server.ts';
import { choicesIn, ownBallot, ownBallotToCast } from '#app/http/own-ballot.server.ts';
import { holderOf, writeOwnVote, type OwnVote } from '#app/http/own-vote.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { goTo, refusalMessage } from '#app/http/respond.server.ts';
import type { RefusalOf } from '#app/i18n/texts.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { addCents } from '#app/kernel/money.ts';
import { refused, type Refused } from '#app/kernel/outcome.ts';
import { isSignedIn, type Actor } from '#app/modules/people/actor.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { ballotCodeOfAccount, newCode } from '#app/modules/voting/code.server.ts';
import { readCode } from '#app/modules/voting/code.ts';
import { castBallot, type CastBy } from '#app/modules/voting/commands/cast-ballot.server.ts';
import { noteManyFromAddress } from '#app/modules/voting/commands/note-address.server.ts';
import { noteWrongCode } from '#app/modules/voting/commands/note-wrong-code.server.ts';
import { votedByAccount } from '#app/modules/voting/queries/own-ballot.query.server.ts';

export const loader = guardLoader(everyone, async (args) => {
  const { vote, own: kept } = await ownBallot(args);
  const { url, actor, database, platform, now, request, t } = args;
  // from here on the choices are of who is signed in: the next one on this device does not find them
  const own = { ...kept, chosenBy: kept.choices.length === 0 ? null : (kept.chosenBy ?? holderOf(platform, actor)) };
  const chosen = vote.projects.filter(({ number }) => own.choices.includes(number));
  const notCast = await notCastCookie.read(request, platform);
  const page = {
    vote,
    chosen,
    together: addCents(...chosen.map(({ cost }) => cost)),
    isCast: own.cast !== null,
    isSignedIn: isSignedIn(actor),
    hasVotedByAccount: await votedByAccount(database, vote.id, actor),
    signInHref: `/inloggen?${new URLSearchParams({ naar: url.pathname }).toString()}`,
    identity: identityAsked(vote, await accountProof(request, platform), args),
    // after the last moment the page says when that was
    reply: vote.state === 'open' ? notCastOn(notCast, vote.slug, ['change', 'code', 'account'], t) : null,
  };
  // the ballot code is on the device before anything is cast: who loses the answer on the way casts the same ballot again
  const headers = new Headers({ 'Set-Cookie': await writeOwnVote(platform, vote, own, now) });
  if (notCast !== null) headers.append('Set-Cookie', await notCastCookie.clear(platform));
  return data(page, { headers });
});

export const action = guardSensitiveAction(everyone, async (args) => {
  const { form, context, platform, clientAddress, now, actor, request } = args;
  const { vote, own } = await ownBallotToCast(args);
  const here = `/stemmen/${vote.slug}`;
  const intent = readIntent(formText(form, 'intent'));
  const refuse = async (because: Refused<RefusalOf<'voting'>>) => {
    const message = refusalMessage('voting', because);
    const reply = { slug: vote.slug, message, typed: formText(form, 'code').slice(0, 40), intent };
    return goTo(`${here}/controleren`, platform, undefined, [await notCastCookie.write(platform, reply)]);
  };
  // what is cast is what was shown, and not what another tab chose since
  if (choicesIn(form, vote).join() !== own.choices.join()) return refuse(refused('choice-changed'));
  const noted = { platform, clientAddress, now };
  const by = castBy(intent, form, own, actor, await accountProof(request, platform));
  const unknown = refused('code-unknown' as const);
  const cast = by === null ? unknown : await castBallot({ voteId: vote.id, choices: own.choices, by }, context);
  if (by === null || !cast.ok) {
    const because = cast.ok ? unknown : cast;
    if (intent !== 'code' || because.reason !== 'code-unknown') return refuse(because);
    const areMany = await noteWrong(noted, vote.id, by === null ? null : noteWrongCode);
    return refuse(areMany ? refused('too-many-codes') : because);
  }
  if (!cast.value.isChange) await noteBallot(noted, vote.id, noteManyFromAddress);
  const code = by.right === 'code' ? by.code : by.ballotCode;
  // what was cast does not stay on the device: nobody can be made to show it
  const nothing = { choices: [], chosenBy: null };
  const kept = { ...own, ...nothing, cast: { code, by: holderOf(platform, actor) } };
  const news = cast.value.isChange ? 'voting:receipt.changed' : 'voting:receipt.title';
  const cookie = await writeOwnVote(platform, vote, kept, now);
  return goTo(`${here}/ontvangst`, platform, { tone: 'success', message: news }, [cookie]);
});

/** A ballot that was cast from here is changed with the code that this browser keeps; every account here has a ballot code of its own. */
function castBy(
  intent: ReturnType<typeof readIntent>,
  form: FormData,
  own: OwnVote,
  actor: Actor,
  proof: AccountProof,
): CastBy | null {
  switch (intent) {
    case 'code': {
      const code = readCode(formText(form, 'code'));
      return code === null ? null : { right: 'code', code };
    }
    case 'change':
      return own.cast === null ? null : { right: 'code', code: own.cast.code };
    case 'account': {
      const ballotCode = isSignedIn(actor) ? ballotCodeOfAccount(proof.secret, own.seed, actor.person.id) : newCode();
      const saysOldEnough = formText(form, 'statement') === 'on';
      return { right: 'account', ballotCode, areaCode: formText(form, 'area'), saysOldEnough, proof };
    }
  }
}

export const handle = { hydrate: true };

/** Where to mend what was wrong. */
function fieldOf(
  intent: ReturnType<typeof readIntent>,
  { chosen, isSignedIn: isKnown }: { chosen: readonly unknown[]; isSignedIn: boolean },
) {
  if (chosen.length === 0 || intent === 'change') return undefined;
  return intent === 'code' ? 'code' : isKnown ? 'statement' : undefined;
}

export const meta = pageTitle<typeof loader>((t, { reply }) => {
  const title = t('voting:check.title');
  return reply === null ? title : t('voting:mistakeTitle', { title });
});

export default function CheckPage() {
  const page = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation('voting');
  const { vote, chosen, together, isCast, hasVotedByAccount, reply } = page;
  const hasVoted = isCast || hasVotedByAccount;
  const hasClosed = ['closed', 'counted', 'concluded'].includes(vote.state);
  const closed = () => {
    const date = dateText(vote.closesAt, 'time', i18n.language);
    return t(hasVoted ? 'check.closed' : 'check.closedNotCast', { date });
  };
  useNoWaitingChoices(vote.slug);
  return (
    <Page width="form">
      {reply === null ? null : <VoteMistake message={reply.refusal} field={fieldOf(reply.intent, page)} />}
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: t('crumb'), href: '/stemmen' },
              { label: <Written>{vote.title}</Written>, href: `/stemmen/${vote.slug}` },
            ]}
          />
        }
        title={t('check.title')}
        lead={t('check.lead')}
        tone="plain"
      />
      {vote.state === 'open' ? null : (
        <Notice tone="warning" title={hasClosed ? closed() : t('refusal.vote-not-open')} />
      )}
      <Section title={t('check.yours')}>
        {chosen.length > 0 ? null : hasVoted ? (
          <p>
            {t('receipt.title')}. {t('check.chooseAgain')}
          </p>
        ) : (
          <p>{t('check.nothing')}</p>
        )}
        <ul className="flex flex-col gap-2">
          {chosen.map(({ number, title, cost }) => (
            <li key={number} className="flex flex-wrap justify-between gap-x-4 rounded bg-surface px-4 py-3">
              <span className="font-semibold">
                <Written>{title}</Written>
              </span>
              <span className="tabular">
                <Money cents={cost} />
              </span>
            </li>
          ))}
        </ul>
        {chosen.length < 2 ? null : (
          <p className="mt-2 flex justify-between px-4 font-bold">
            <span>{t('check.together')}</span>
            <span className="tabular">
              <Money cents={together} />
            </span>
          </p>
        )}
        <p className="mt-3 px-4 empty:hidden">
          <ChosenAbove vote={vote} projects={chosen} choices={chosen.map(({ number }) => number)} />
        </p>
        <p className="mt-3">
          <ButtonLink href={`/stemmen/${vote.slug}`} tone="text">
            {t('check.change')}
          </ButtonLink>
        </p>
      </Section>
      {vote.state === 'open' && chosen.length > 0 ? (
        <CastForms {...page} choices={chosen.map(({ number }) => number)} />
      ) : null}
      <p className="text-ink-soft">
        {t('check.secret')} <a href={`/stemmen/${vote.slug}/controle#uitleg`}>{t('check.secretMore')}</a>
      </p>
    </Page>
  );
}
