import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
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
import { formText } from '#app/http/form-text.ts';
import { guardLoader, guardSensitiveAction } from '#app/http/guard.server.ts';
import { accountProof, identityAsked, type AccountProof } from '#app/http/account-proof.server.ts';
import { ownBallot, ownBallotToCast } from '#app/http/own-ballot.server.ts';
import { writeOwnVote } from '#app/http/own-vote.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { goTo, refusalStatus, refusalText } from '#app/http/respond.server.ts';
import { countBallotFrom, slowWrongVoteCode } from '#app/http/vote-tries.server.ts';
import type { RefusalOf } from '#app/i18n/texts.ts';
import { addCents } from '#app/kernel/money.ts';
import { refused, type Refused } from '#app/kernel/outcome.ts';
import { isSignedIn } from '#app/modules/people/actor.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { newCode } from '#app/modules/voting/code.server.ts';
import { readCode } from '#app/modules/voting/code.ts';
import { castBallot, type CastBy } from '#app/modules/voting/commands/cast-ballot.server.ts';
import { noteManyFromAddress } from '#app/modules/voting/commands/note-address.server.ts';
import { noteWrongCode } from '#app/modules/voting/commands/note-wrong-code.server.ts';
import { votedByAccount } from '#app/modules/voting/queries/own-ballot.query.server.ts';

export const loader = guardLoader(everyone, async (args) => {
  const { vote, own } = await ownBallot(args);
  const { url, actor, database, platform, now, request } = args;
  const chosen = vote.projects.filter(({ number }) => own.choices.includes(number));
  const page = {
    vote,
    chosen,
    together: addCents(...chosen.map(({ cost }) => cost)),
    isCast: own.isCast,
    isSignedIn: isSignedIn(actor),
    hasVotedByAccount: await votedByAccount(database, vote.id, actor),
    signInHref: `/inloggen?${new URLSearchParams({ naar: url.pathname }).toString()}`,
    identity: identityAsked(vote, await accountProof(request, platform), args),
  };
  // the ballot code is on the device before anything is cast: who loses the answer on the way casts the same ballot again
  return data(page, { headers: { 'Set-Cookie': await writeOwnVote(platform, vote, own, now) } });
});

export const action = guardSensitiveAction(everyone, async (args) => {
  const { form, context, database, platform, clientAddress, now, t, request } = args;
  const { vote, own } = await ownBallotToCast(args);
  const typed = formText(form, 'code');
  const refuse = (because: Refused<RefusalOf<'voting'>>, status = refusalStatus(because.reason)) =>
    data({ refusal: refusalText(t, 'voting', because), typed, intent: formText(form, 'intent') }, { status });
  const by = castBy(form, own, await accountProof(request, platform));
  if (by === null) return refuse(refused('code-unknown'));
  const isCode = by.right === 'code';
  const cast = await castBallot({ voteId: vote.id, choices: own.choices, by }, context);
  if (!cast.ok) {
    if (isCode && cast.reason === 'code-unknown') {
      await noteWrongCode(database, vote.id, now);
      if (await slowWrongVoteCode(clientAddress))
        return data({ refusal: t('voting:refusal.too-many-codes'), typed, intent: 'code' }, { status: 429 });
    }
    return refuse(cast);
  }
  if (!cast.value.isChange) {
    const count = await countBallotFrom(clientAddress, vote.id);
    await noteManyFromAddress(database, { voteId: vote.id, count }, now);
  }
  const code = isCode ? by.code : by.ballotCode;
  // what was cast does not stay on the device: nobody can be made to show it
  const cookie = await writeOwnVote(platform, vote, { ...own, choices: [], code, isCast: true }, now);
  const news = cast.value.isChange ? 'voting:receipt.changed' : 'voting:receipt.title';
  return goTo(`/stemmen/${vote.slug}/ontvangst`, platform, { tone: 'success', message: news }, [cookie]);
});

/** A ballot that was cast from here is changed with the code that this browser keeps; the next person here gets one of their own. */
function castBy(form: FormData, own: { code: string; isCast: boolean }, proof: AccountProof): CastBy | null {
  switch (formText(form, 'intent')) {
    case 'code': {
      const code = readCode(formText(form, 'code'));
      return code === null ? null : { right: 'code', code };
    }
    case 'change':
      return own.isCast ? { right: 'code', code: own.code } : null;
    default:
      return {
        ...{ right: 'account', ballotCode: own.isCast ? newCode() : own.code, areaCode: formText(form, 'area') },
        saysOldEnough: formText(form, 'statement') === 'on',
        proof,
      };
  }
}

export const handle = { hydrate: true };

export const meta = pageTitle<typeof loader>((t) => t('voting:check.title'));

export default function CheckPage() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('voting');
  const { vote, chosen, together } = page;
  return (
    <Page width="form">
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
      <Section title={t('check.yours')}>
        {chosen.length === 0 ? <p>{t('check.nothing')}</p> : null}
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
        <p className="mt-3">
          <ButtonLink href={`/stemmen/${vote.slug}`} tone="text">
            {t('check.change')}
          </ButtonLink>
        </p>
      </Section>
      {vote.state !== 'open' ? (
        <Notice tone="warning" title={t('refusal.vote-not-open')} />
      ) : chosen.length === 0 ? null : (
        <CastForms {...page} reply={reply ?? null} />
      )}
      <p className="text-ink-soft">
        {t('check.secret')} <a href={`/stemmen/${vote.slug}/controle#uitleg`}>{t('check.secretMore')}</a>
      </p>
    </Page>
  );
}
