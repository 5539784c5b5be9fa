import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Quoting } from '#app/components/content/written.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { FollowForm } from '#app/components/subscription/follow-form.tsx';
import { FollowingList } from '#app/components/subscription/following-list.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader, type GuardedAction } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { changeFollowing } from '#app/modules/subscriptions/commands/change-following.server.ts';
import { follow } from '#app/modules/subscriptions/commands/follow.server.ts';
import { followByMailForm, followForm, rhythmForm, subjectForm } from '#app/modules/subscriptions/form.ts';
import { following } from '#app/modules/subscriptions/queries/following.query.server.ts';
import { subjectChoices, subjectName } from '#app/modules/subscriptions/queries/subjects.server.ts';
import { feedPath, readSubject, subjectWord } from '#app/modules/subscriptions/subject.ts';

export const loader = guardLoader(everyone, async ({ actor, database, url, locale }) => {
  const asked = readSubject(url.searchParams.get('wat') ?? '');
  const name = asked === null ? null : await subjectName(database, asked, locale);
  const chosen =
    asked === null || name === null
      ? null
      : { word: subjectWord(asked), name, feed: feedPath(asked), isSearch: asked.kind === 'search' };
  const personId = actor.person?.id ?? null;
  return {
    chosen,
    isAsked: url.searchParams.has('gevraagd'),
    choices: chosen === null ? await subjectChoices(database, locale) : null,
    view: personId === null ? null : await following(database, { personId }, locale),
    hasAccount: personId !== null,
  };
});

export const action = guardAction(everyone, async (args) => {
  const { actor, form, context, platform } = args;
  if (actor.person === null || formText(form, 'intent') === 'follow') return begin(args);
  const change = changeOf(form);
  const outcome = change === null ? null : await changeFollowing({ personId: actor.person.id }, change, context);
  const isRefused = outcome !== null && !outcome.ok;
  return goTo(
    '/volgen',
    platform,
    isRefused
      ? { tone: 'warning', message: refusalMessage('subscriptions', outcome) }
      : { tone: 'success', message: 'subscriptions:saved' },
  );
});

function changeOf(form: FormData) {
  const intent = formText(form, 'intent');
  if (intent === 'stop') return { kind: 'stop' } as const;
  const rhythm = parseForm(form, rhythmForm);
  if (intent === 'rhythm' && rhythm.status === 'success') return { kind: 'rhythm', ...rhythm.value } as const;
  const subject = parseForm(form, subjectForm);
  return intent === 'drop' && subject.status === 'success'
    ? ({ kind: 'drop', subject: subject.value.wat } as const)
    : null;
}

async function begin({ actor, form, database, now, locale, platform, clientAddress }: GuardedAction) {
  const context = { database, now, secret: platform.env.sessionSecret };
  const personId = actor.person?.id ?? null;
  const submission = parseForm(form, personId === null ? followByMailForm : followForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const { wat: subject, rhythm } = submission.value;
  const { email, website } = { email: '', website: '', ...submission.value };
  // a robot hears that it worked
  if (website !== '') return goTo('/volgen?gevraagd', platform);
  const who = personId === null ? { email, requester: clientAddress } : { personId };
  const outcome = await follow({ who, subject, rhythm, locale }, context);
  if (!outcome.ok) {
    const formErrors = [refusalMessage('subscriptions', outcome)];
    return data(submission.reply({ formErrors }), { status: refusalStatus(outcome.reason) });
  }
  return personId === null
    ? goTo('/volgen?gevraagd', platform)
    : goTo('/volgen', platform, { tone: 'success', message: 'subscriptions:followed' });
}

export const meta = pageTitle<typeof loader>(
  (t, { chosen }) => (chosen === null ? t('subscriptions:title') : t('subscriptions:titleOf', { name: chosen.name })),
  (t) => t('subscriptions:lead'),
);

export default function Following() {
  const { chosen, choices, view, hasAccount, isAsked } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('subscriptions');
  return (
    <Page width="form">
      <PageHeader
        tone="plain"
        title={
          chosen === null ? t('title') : <Quoting text={t('titleOf', { name: chosen.name })} written={chosen.name} />
        }
        lead={t(chosen === null ? 'lead' : chosen.isSearch ? 'leadSearch' : 'leadOf')}
      />
      {isAsked ? (
        <Notice tone="success" title={t('asked')}>
          <p>{t('askedText')}</p>
        </Notice>
      ) : (
        <FollowForm choices={choices} chosen={chosen?.word ?? ''} asksAddress={!hasAccount} reply={reply ?? null} />
      )}
      {chosen?.feed == null ? null : (
        <p>
          <a href={chosen.feed} className="inline-block py-2">
            {t('feed')}
          </a>{' '}
          <span className="text-ink-soft">{t('feedText')}</span>
        </p>
      )}
      {view === null || view.followed.length === 0 ? null : <FollowingList view={view} />}
    </Page>
  );
}
