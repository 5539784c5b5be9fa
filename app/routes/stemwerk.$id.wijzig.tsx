import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { VoteForm } from '#app/components/voting/vote-form.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { clockInAmsterdam } from '#app/kernel/amsterdam-time.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { editableCents } from '#app/kernel/money.ts';
import { changeVote } from '#app/modules/voting/commands/prepare-vote.server.ts';
import { contentOfForm, voteForm } from '#app/modules/voting/form.ts';
import { runsVotes } from '#app/modules/voting/policy.ts';
import { voteChoices, voteWorkPage } from '#app/modules/voting/queries/vote-work.query.server.ts';

export const loader = guardLoader(runsVotes, async ({ database, actor, params, now, platform }) => {
  const vote = await voteWorkPage(database, actor, params.id ?? '');
  if (vote?.mayRun !== true || vote.state !== 'draft') throw notFound();
  const choices = await voteChoices(database, vote.body.slug, dayInAmsterdam(now), vote.fund.id);
  if (choices === null) throw notFound();
  return { vote, choices, provider: platform.identity?.name ?? null, formKey: newId() };
});

export const action = guardAction(runsVotes, async ({ form, context, params, platform }) => {
  const submission = parseForm(form, voteForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const voteId = params.id ?? '';
  const { revision } = submission.value;
  const changed = await changeVote(
    { voteId, revision, content: contentOfForm(submission.value, platform.identity !== null) },
    signedInContext(context),
  );
  if (changed.ok) return goTo(`/stemwerk/${voteId}`, platform, { tone: 'success', message: 'votingWork:saved' });
  return data(submission.reply({ formErrors: [refusalMessage('votingWork', changed)] }), {
    status: refusalStatus(changed.reason),
  });
});

export const meta = pageTitle<typeof loader>((t) => t('votingWork:form.change'));

export default function ChangeVote() {
  const { vote, choices, provider, formKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('votingWork');
  const { opensAt, closesAt, title, question } = vote;
  const crumbs = [
    { label: t('crumb'), href: '/stemwerk' },
    { label: <Written>{title}</Written>, href: `/stemwerk/${vote.id}` },
  ];
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={crumbs} />}
        title={t('form.change')}
        lead={<Quoting text={t('form.lead', { name: choices.name })} written={choices.name} />}
        tone="plain"
      />
      <VoteForm
        choices={choices}
        provider={provider}
        formKey={formKey}
        revision={vote.revision}
        reply={reply}
        filledIn={{
          ...{ title, question, fundId: vote.fund.id, amount: editableCents(vote.amount) },
          areaCodes: vote.areas.map(({ code }) => code),
          minimumAge: String(vote.minimumAge),
          ...{ opensOn: dayInAmsterdam(opensAt), opensTime: clockInAmsterdam(opensAt) },
          ...{ closesOn: dayInAmsterdam(closesAt), closesTime: clockInAmsterdam(closesAt) },
          ...{ ballot: vote.ballot, atMost: vote.atMost === null ? '' : String(vote.atMost) },
          counting: vote.completion === null ? 'greedy' : `equal-shares-${vote.completion}`,
          minimumVotes: String(vote.minimumVotes),
          byAccount: vote.byAccount ? 'on' : '',
          byIdentity: vote.byIdentity ? 'on' : '',
        }}
      />
    </Page>
  );
}
