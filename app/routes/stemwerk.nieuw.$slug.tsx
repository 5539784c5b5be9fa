import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Quoting } from '#app/components/content/written.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { VoteForm } from '#app/components/voting/vote-form.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { addDays, dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { prepareVote } from '#app/modules/voting/commands/prepare-vote.server.ts';
import { contentOfForm, voteForm } from '#app/modules/voting/form.ts';
import { mayRunVotes, runsVotes } from '#app/modules/voting/policy.ts';
import { voteChoices } from '#app/modules/voting/queries/vote-work.query.server.ts';

export const loader = guardLoader(runsVotes, async ({ database, actor, params, now, platform }) => {
  const today = dayInAmsterdam(now);
  const choices = await voteChoices(database, params.slug ?? '', today);
  if (choices === null || !mayRunVotes(actor, choices.id).ok) throw notFound();
  const provider = platform.identity?.name ?? null;
  return { choices, provider, formKey: newId(), opensOn: addDays(today, 14), closesOn: addDays(today, 28) };
});

export const action = guardAction(runsVotes, async ({ form, context, database, params, now, platform }) => {
  const choices = await voteChoices(database, params.slug ?? '', dayInAmsterdam(now));
  if (choices === null) throw notFound();
  const submission = parseForm(form, voteForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const { formKey } = submission.value;
  const input = { bodyId: choices.id, content: contentOfForm(submission.value, platform.identity !== null), formKey };
  const prepared = await prepareVote(input, signedInContext(context));
  if (prepared.ok)
    return goTo(`/stemwerk/${prepared.value}`, platform, { tone: 'success', message: 'votingWork:saved' });
  return data(submission.reply({ formErrors: [refusalMessage('votingWork', prepared)] }), {
    status: refusalStatus(prepared.reason),
  });
});

export const meta = pageTitle<typeof loader>((t) => t('votingWork:form.title'));

export default function NewVote() {
  const { choices, provider, formKey, opensOn, closesOn } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('votingWork');
  const { name, funds, ownAreas } = choices;
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('crumb'), href: '/stemwerk' }]} />}
        title={t('form.title')}
        lead={<Quoting text={t('form.lead', { name })} written={name} />}
        tone="plain"
      />
      {funds.length === 0 ? (
        <EmptyState title={t('form.noFund')} stampId="geen-budget" />
      ) : (
        <VoteForm
          choices={choices}
          provider={provider}
          formKey={formKey}
          revision={1}
          reply={reply}
          filledIn={{
            ...{ fundId: funds[0]?.id ?? '', areaCodes: ownAreas, minimumAge: '12', minimumVotes: '1' },
            ...{ opensOn, opensTime: '09:00', closesOn, closesTime: '22:00' },
            ...{ ballot: 'approval', counting: 'equal-shares-add1u', byAccount: 'on' },
          }}
        />
      )}
    </Page>
  );
}
